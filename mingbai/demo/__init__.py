"""明县: an invented county for showing, testing and measuring. No name in it belongs to anybody."""
