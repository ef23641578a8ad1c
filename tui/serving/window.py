"""A window: the process of one reader, from the browser's coming until nothing of it is left."""

from __future__ import annotations

from textual_serve.app_service import AppService

__all__ = ["Window"]


class Window(AppService):
    """One reader in a process of its own."""

    async def stop(self) -> None:
        """Let the reader leave, and wait until its process has ended: it keeps the place then."""
        await super().stop()
        if self._process is not None:
            await self._process.wait()
