"""等级保护 wants passwords of several kinds of character."""

from django.core.exceptions import ValidationError

KINDS = (str.islower, str.isupper, str.isdigit)


class ThreeKindsValidator:
    """At least three of: lower case, upper case, digits, other signs."""

    def validate(self, password: str, user: object = None) -> None:
        kinds = sum(any(test(character) for character in password) for test in KINDS)
        kinds += any(not character.isalnum() for character in password)
        if kinds < 3:
            raise ValidationError(
                "密码太简单：小写字母、大写字母、数字、符号中至少要有三种。", code="too_few_kinds"
            )

    def get_help_text(self) -> str:
        return "至少含小写字母、大写字母、数字、符号中的三种。"
