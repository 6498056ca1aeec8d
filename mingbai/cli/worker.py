from mingbai.cli import installation
from mingbai.cli.arguments import NOT_READY, fail, parser, use_data


def main(argv: list[str]) -> int:
    use_data(parser("worker", "只启动后台任务：发布、索引、日志封存、提醒").parse_args(argv))
    try:
        installation.setup()
        installation.take_part()
        installation.require_ready()
    except installation.NotReady as error:
        return fail(str(error), NOT_READY)
    from mingbai.journal.worker import Worker

    Worker().run_forever()
    return 0
