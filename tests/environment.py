"""The environment in which the tests run. Loaded by pytest before anything reads the settings, see pyproject.toml."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DEVELOPMENT", "on")
os.environ.setdefault("SITE_URL", "http://testserver")

cluster = None
if not os.environ.get("DATABASE_URL"):
    # A cluster of this process's own, in a folder that the server may enter when root runs the tests.
    cluster = tempfile.TemporaryDirectory(prefix="tracker-tests-")
    Path(cluster.name).chmod(0o711)
    os.environ |= {"EMBEDDED_DATA": f"{cluster.name}/postgres", "EMBEDDED_FSYNC": "off"}


def pytest_unconfigure():
    from django.db import connection

    if cluster is not None:
        connection.close()
        connection.server.stop()
        cluster.cleanup()
