"""The one settings file. What differs between machines comes from the environment (docs/operations.md).

Secure by default: without `DEVELOPMENT=on` a secret key, the site's address and a database server must be named.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config import database
from config.environment import number, switch, text, time_zone, words

BASE_DIR = Path(__file__).resolve().parent.parent
# A site with a fictional register beside that of the report: database, accounts, port, name and notice of its own.
EXAMPLE = switch("EXAMPLE")
DATA_DIR = Path(text("DATA_DIR", str(BASE_DIR / ".data"))) / ("example" if EXAMPLE else "")

DEVELOPMENT = switch("DEVELOPMENT")
DEBUG = DEVELOPMENT and switch("DEBUG")
SECRET_KEY = text(
    "SECRET_KEY",
    "only for a machine of one's own, never for a site that others reach" if DEVELOPMENT else None,
)

PORT = number("PORT", 8000, most=65_534) + EXAMPLE
SITE_URL = text("SITE_URL", f"http://127.0.0.1:{PORT}" if DEVELOPMENT else None).rstrip("/")
if urlsplit(SITE_URL).scheme not in {"http", "https"} or not urlsplit(SITE_URL).hostname:
    raise ImproperlyConfigured(f"SITE_URL={SITE_URL!r} is not an address such as https://tracker.example.org")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = words("ALLOWED_HOSTS") or [
    urlsplit(SITE_URL).hostname,
    *(["localhost", "127.0.0.1"] if DEVELOPMENT else []),
]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "actors.admin.kept.csrf_failure"

# What the site says of itself on every page.
SITE_NAME = text("SITE_NAME", "Fictional recommendations" if EXAMPLE else "Recommendations tracker")
SITE_PUBLISHER = text("SITE_PUBLISHER", "the secretariat that runs this site")
SITE_CONTACT = text("SITE_CONTACT", "secretariat@example.org")
SITE_IS_NOT = text("SITE_IS_NOT", "Not a Eurojust service.")
FICTIONAL = _("Fictional register for trying the tracker: no country, body, meeting or event in it exists.")
SITE_NOTICE = os.environ.get("SITE_NOTICE") or (FICTIONAL if EXAMPLE else "")
# Another site to which the foot of each page leads.
SITE_OTHER_NAME = os.environ.get("SITE_OTHER_NAME", "")
SITE_OTHER_URL = os.environ.get("SITE_OTHER_URL", "")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.contrib.admin",
    "django_filters",
    "django_htmx",
    "csp",
    "pgtrigger",
    "pghistory",
    "actors",
    "meetings",
    "recommendations",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "actors.admin.kept.KeepsTyped",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context_processors.site",
            ],
        },
    }
]

DATABASES = {"default": database.from_environment(DATA_DIR, embedded_allowed=DEVELOPMENT, example=EXAMPLE)}
DATABASE_ROUTERS = ["config.database.router.ViewRouter"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "actors.User"
LOGIN_URL = "recommendations:sign_in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
TIME_ZONE = time_zone("TIME_ZONE", "Europe/Amsterdam")

STATIC_URL = "static/"
# Where `collectstatic` puts what production serves.
STATIC_ROOT = None if DEVELOPMENT else Path(text("STATIC_ROOT", str(BASE_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "config" / "static"]
# Without `collectstatic`, files are served from where they lie; good enough for one's own machine.
WHITENOISE_USE_FINDERS = DEVELOPMENT
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEVELOPMENT
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Evidence lies outside the web root; no address serves this folder.
MEDIA_ROOT = DATA_DIR / "evidence"

FIXTURE_DIRS = [BASE_DIR / "fixtures"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if switch("BEHIND_PROXY") else None
SECURE_HSTS_SECONDS = number("HSTS_SECONDS", 31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 10  # a working day
# Cookies know no ports: two sites on one machine would log each other out.
SESSION_COOKIE_NAME = f"sessionid{urlsplit(SITE_URL).port or ''}"
CSRF_COOKIE_NAME = f"csrftoken{urlsplit(SITE_URL).port or ''}"

# The history says who changed what through which page; looking at a page changes nothing.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
# An event names others by their keys; actors/models/tracking.py indexes those by which it is looked for.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)

# A page of the desk with many rows of addressees and topics sends more than Django's 1,000 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO", "propagate": False}},
}
