"""What every template may say of the site itself."""

from django.conf import settings


def site(request):
    """Name, publisher, contact, address and notice of the site, and its neighbour, from the settings."""
    return {
        "tracker": {
            "name": settings.SITE_NAME,
            "publisher": settings.SITE_PUBLISHER,
            "contact": settings.SITE_CONTACT,
            "url": settings.SITE_URL,
            "is_not": settings.SITE_IS_NOT,
            "notice": settings.SITE_NOTICE,
            "other_name": settings.SITE_OTHER_NAME,
            "other_url": settings.SITE_OTHER_URL,
        }
    }
