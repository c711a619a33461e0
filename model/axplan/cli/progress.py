"""A bar on stderr with the time that is left; nothing where nobody looks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from axplan.core.text import Text

ShowProgress = Callable[[Text, int, int], None]
"""Takes what is being done, how much of it is done and how much there is (0 where that is not known)."""


@contextmanager
def progress_bar(lang: str, quiet: bool) -> Iterator[ShowProgress]:
    """A bar that shows the last step; another text begins another bar."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True)
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:

        def show(words: Text, done: int, count: int) -> None:
            said = words.in_(lang).replace("[", r"\[")
            task = next((task for task in progress.tasks if task.description == said), None)
            if task is None:
                for old in progress.task_ids:
                    progress.remove_task(old)
                progress.add_task(said, completed=done, total=count or None)
            else:
                progress.update(task.id, completed=done, total=count or None)

        yield show
