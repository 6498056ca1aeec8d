"""Words: wrong characters, words lost or doubled, constructions that do not hold."""
