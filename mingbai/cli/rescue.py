import sys

from mingbai.cli import installation
from mingbai.cli.arguments import fail, parser, use_data


def main(argv: list[str]) -> int:
    """Exit 2 when there is no such administrator."""
    made = parser("rescue", "县级管理员都登不上时：给其中一位新的初始密码，解除锁定和两步验证，记入操作日志")
    made.add_argument("username", metavar="账号", help="县级管理员的账号")
    made.add_argument(
        "--reason", metavar="原因", required=True, help="例如“唯一的管理员手机丢失，已当面核实”"
    )
    options = made.parse_args(argv)
    use_data(options)
    if (refused := installation.opened()) is not None:
        return refused
    from mingbai.accounts.services.first_start import rescue_administrator
    from mingbai.core.errors import DomainError

    try:
        password = rescue_administrator(username=options.username, reason=options.reason)
    except DomainError as error:
        return fail(error.message)
    print(f"账号 {options.username} 的初始密码：{password}（登录后必须修改）")
    print("锁定和两步验证已解除，这件事已记入操作日志。", file=sys.stderr)
    return 0
