from hypothesis import HealthCheck, settings

# A database takes its time; and a test that makes its rows once may look at them with many inputs.
settings.register_profile("register", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
settings.load_profile("register")
