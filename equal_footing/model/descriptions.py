"""Says what the keys of models mean: the docstrings under them, which are in the code and nowhere else."""

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise


def descriptions(model: type) -> dict[str, str]:
    """Return the docstring under each key of a model or dataclass that has one, those that it inherits too, by key.

    Only schemas show them. pydantic could note them itself, but would read the code of all models whenever the program
    starts.
    """
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if base.__module__.partition(".")[0] not in {"builtins", "pydantic"}:
            found |= _of_class(base)
    return found


@cache
def _of_class(model: type) -> dict[str, str]:
    """Return the docstring under each key that a class has of its own."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for key, below in pairwise(definition.body):
        match key, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                found[name] = inspect.cleandoc(text)
    return found
