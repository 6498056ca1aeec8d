from mingbai.cli import installation
from mingbai.cli.arguments import NOT_READY, fail, parser, use_data


def main(argv: list[str]) -> int:
    use_data(parser("migrate", "建立或升级数据库；升级前自动备份").parse_args(argv))
    try:
        installation.setup()
        installation.migrate()
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    print("数据库已是最新。")
    return 0
