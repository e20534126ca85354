class ViewRouter:
    """Views of the database can be read like tables; they are neither migrated, nor dumped, nor loaded."""

    def allow_migrate(self, db, app_label, model_name=None, model=None, **hints):
        return False if model is not None and not model._meta.managed else None
