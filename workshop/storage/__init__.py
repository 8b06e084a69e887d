"""Where a workshop lives: one encrypted file, one log, one sealed box a vote.

sqlite-utils takes the SQLite that it finds as `pysqlite3` when it is first imported. It has to be
the encrypting one, else it waits for the wrong kind of error, so this stands before all else here.
"""

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2
