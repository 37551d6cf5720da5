//! Tables as workbooks and as text: selected entities, visits, loads, and the sheet of the national publicity system.
