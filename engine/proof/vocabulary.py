"""What the features call the agencies; the steps of the features know no others."""

from __future__ import annotations

NAMES = {
    "Socialtjänsten": "socialtjansten",
    "Polismyndigheten": "polismyndigheten",
    "Åklagarmyndigheten": "aklagarmyndigheten",
    "Migrationsverket": "migrationsverket",
    "Arbetsmiljöverket": "arbetsmiljoverket",
    "Hälso- och sjukvården": "halso_och_sjukvarden",
    "regionkoordinatorn": "regionkoordinator",
    "Civilsamhället": "civilsamhallet",
    "Utrikesdepartementet": "utrikesdepartementet",
    "Jämställdhetsmyndigheten": "jamstalldhetsmyndigheten",
    "IOM": "iom",
    "Brottsoffermyndigheten": "brottsoffermyndigheten",
    "domstolen": "domstol",
    "Överförmyndaren": "overformyndaren",
}
"""Name in a step → agency."""
CALLED = {agency: name for name, agency in NAMES.items()}
