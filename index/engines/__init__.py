"""Search engines, each behind `index.engines.engine.Engine`. One module an engine."""
