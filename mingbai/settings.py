"""Django's settings. What differs between installations comes from the environment, read once by `mingbai.config`."""

import os
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from mingbai import config

try:
    CONFIG = config.read(os.environ)
except config.WrongSetting as error:
    raise ImproperlyConfigured(str(error)) from error

BASE_DIR = Path(__file__).resolve().parent
TESTING = "pytest" in sys.modules
DATA_DIR = CONFIG.data
SECRET_KEY = CONFIG.secret_key
DEBUG = CONFIG.debug
ALLOWED_HOSTS = list(CONFIG.hosts)
DEMO = CONFIG.demo
FIXED_TODAY = CONFIG.today

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "django_filters",
    "django_prose_editor",
    "mingbai.core",
    "mingbai.journal",
    "mingbai.accounts",
    "mingbai.catalogue",
    "mingbai.proofreading",
    "mingbai.disclosure",
    "mingbai.portal",
    "mingbai.desk",
]

MIDDLEWARE = [
    "mingbai.core.middleware.ClientAddress",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "mingbai.core.middleware.PublicPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "mingbai.accounts.middleware.Activity",
    "mingbai.accounts.middleware.CurrentActor",
    "mingbai.accounts.middleware.OwedSteps",
    "mingbai.core.middleware.DomainErrors",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "mingbai.urls"
WSGI_APPLICATION = "mingbai.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # our own templates stand before those of the libraries
        "DIRS": [BASE_DIR / "accounts" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "mingbai.core.context.site",
                "mingbai.accounts.context.actor",
            ],
        },
    }
]

DATABASES = {"default": CONFIG.database}
if TESTING and DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # a file and not memory: the tests of races need threads that lock each other as they do in life
    DATABASES["default"]["TEST"] = {"NAME": f"{tempfile.gettempdir()}/mingbai-test-{os.getpid()}.sqlite3"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
# The embedded server serves from the packages themselves; nginx serves STATIC_ROOT after `collectstatic`.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 86400
MEDIA_ROOT = DATA_DIR / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
# a folder chosen in the import page without script comes in one request; what is more is said in words there
DATA_UPLOAD_MAX_NUMBER_FILES = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT = CONFIG.upload_mb * 1024 * 1024

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "mingbai.accounts.passwords.ThreeKindsValidator"},
]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else [
        "django.contrib.auth.hashers.ScryptPasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ]
)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/desk/sign-in/"

ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "mingbai.accounts.adapters.AccountAdapter"
ACCOUNT_RATE_LIMITS = False if TESTING else {"login": "60/m/ip"}
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "明白"
MFA_REQUIRED_FOR = CONFIG.mfa
# `accounts.middleware.Activity` does it once a minute; the library's own way writes with every request
USERSESSIONS_TRACK_ACTIVITY = False

AXES_USERNAME_CALLABLE = "mingbai.accounts.sign_in_journal.attempted_username"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "accounts/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
BEHIND_PROXY = CONFIG.proxy

SESSION_COOKIE_AGE = CONFIG.session_minutes * 60
# `Activity` prolongs a session that is used, with one write a minute instead of one a request
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_PATH = "/desk/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CONFIG.secure
CSRF_COOKIE_PATH = "/desk/"
CSRF_COOKIE_HTTPONLY = False
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = CONFIG.secure
CSRF_FAILURE_VIEW = "mingbai.core.views.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIG.proxy else None
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"expected": {"()": "mingbai.core.logs.ExpectedAnswers"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "mingbai": {"level": "INFO"},
        "axes": {"level": "ERROR"},
        "django.request": {"level": "WARNING", "filters": ["expected"]},
    },
}
SILENCED_SYSTEM_CHECKS = ["axes.W006"]
