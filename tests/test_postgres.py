"""The PostgreSQL that the tests bring."""

from sqlalchemy import create_engine, text


def test_databases_are_real_and_apart(postgres):
    """Each database is PostgreSQL, starts empty, and keeps to itself."""
    engines = [create_engine(postgres.create()) for _ in range(2)]
    with engines[0].begin() as connection:
        connection.execute(text("CREATE TABLE kept (one integer)"))
    with engines[1].begin() as connection:
        tables = connection.execute(text("SELECT count(*) FROM pg_tables WHERE tablename = 'kept'"))
        version = connection.execute(text("SELECT version()")).scalar_one()
        assert tables.scalar_one() == 0
    assert version.startswith("PostgreSQL")
    for engine in engines:
        engine.dispose()
