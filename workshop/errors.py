"""The errors of Same Table, all in one place.

* WorkshopError                     the world or a rule said no; the message is for people to read
  x RuleBroken                      a rule of the workshop: nothing was changed
  x StorageError                    the disk, the file or the key
    - CannotWrite                   full disk, folder that cannot be written to
    - WorkshopMissing               no workshop of that name or at that place
    - WorkshopDamaged               the file cannot be read (any more)
    - WorkshopFromNewerVersion      made by a newer Same Table; never opened, never changed
    - NotAWorkshop                  some other program's file
    - WrongPassphrase               the key is not that one; the file itself is whole
    - WorkshopInUse                 another Same Table has it open
  x ExchangeError                   a file of another tool that cannot be read as what it claims to be
  x PrintingError                   a page that cannot be made

A message says what happened, what is safe and what to do, in plain words. It never holds a
traceback, and `RuleBroken` never repeats a person's words. Anything that is not a
`WorkshopError` is a bug of ours.
"""


class WorkshopError(Exception):
    """Something that people can be told in one plain sentence."""

    @property
    def message(self) -> str:
        """The sentence to show."""
        return str(self)


class RuleBroken(WorkshopError):
    """An act that the rules of the workshop do not allow. Nothing was changed."""


class StorageError(WorkshopError):
    """The disk, the file or the key."""


class CannotWrite(StorageError):
    """The disk is full, or the folder or file cannot be written to."""


class WorkshopMissing(StorageError):
    """There is no workshop of that name or at that place."""


class WorkshopDamaged(StorageError):
    """The file cannot be read, in whole or in part. It is kept as it is."""


class WorkshopFromNewerVersion(StorageError):
    """The file was written by a newer version. It is neither opened nor changed."""


class NotAWorkshop(StorageError):
    """The file belongs to some other program."""


class WrongPassphrase(StorageError):
    """The passphrase or recovery key does not open this workshop; the file itself is whole."""


class WorkshopInUse(StorageError):
    """Another Same Table has this workshop open."""


class ExchangeError(WorkshopError):
    """A file of another tool that cannot be read as what it claims to be."""


class PrintingError(WorkshopError):
    """A page that cannot be made."""
