"""The rows of the board's list, as Qt asks for them."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from ui.parts.listing import AreaRow
from ui.widgets.list_rows import ROW, RowsModel
from ui.words import words_in


@pytest.mark.parametrize("rows", [(), (AreaRow("In no group"),)])
def test_outside_the_list_there_is_nothing(qapp: object, rows: tuple[AreaRow, ...]) -> None:
    """Qt asks about no place in particular, too; the last row is no answer to that."""
    model = RowsModel(words_in("en"), {})
    model.show(rows)
    nowhere = QModelIndex()
    assert model.flags(nowhere) == Qt.ItemFlag.NoItemFlags
    for role in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert model.data(nowhere, role) is None
    assert [model.index(i).data() for i in range(model.rowCount())] == [row.name for row in rows]
