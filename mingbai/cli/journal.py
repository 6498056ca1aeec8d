from mingbai.cli import installation
from mingbai.cli.arguments import parser, print_json, use_data


def main(argv: list[str]) -> int:
    made = parser("journal", "核验日志链", formats=True)
    made.add_argument("act", choices=["verify", "digest"], help="verify 核验；digest 封存并输出当前链首摘要")
    made.add_argument("--against", metavar="摘要", help="另存的摘要：链上必须能找到它")
    options = made.parse_args(argv)
    use_data(options)
    if (refused := installation.opened()) is not None:
        return refused
    from mingbai.journal.sealing import seal_all, verify

    if options.act == "digest":
        seal_all()
    result = verify(options.against)
    broken = result.broken
    if options.format == "json":
        told = (
            {"position": broken.position, "act": broken.act_id, "message": broken.message} if broken else None
        )
        print_json({"links": result.links, "unsealed": result.unsealed, "head": result.head, "broken": told})
    elif broken:
        print(f"日志链在第 {broken.position} 条断开：{broken.message}")
    else:
        print(f"日志链完整：{result.links} 条，另有 {result.unsealed} 条待封存。\n链首摘要 {result.head}")
    return 1 if broken else 0
