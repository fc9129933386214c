package org.covigie.bot.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a house's database as the database itself describes them; for tests that must hold for tables to come. */
public final class Tables {
    private final JdbcClient db;

    public Tables(House house) {
        this.db = house.get(JdbcClient.class);
    }

    /** A column, all names in lower case. */
    public record Column(String table, String name, String type) {
        /** As {@code table.column}. */
        public String path() {
            return table + "." + name;
        }

        public boolean bytes() {
            return type.equals("bytea") || type.startsWith("binary");
        }

        public boolean words() {
            return type.startsWith("character") || type.equals("text");
        }
    }

    /** Every column of every table but the migration tool's own. */
    public List<Column> columns() {
        return db.sql("select lower(table_name), lower(column_name), lower(data_type) from information_schema.columns "
                + "where lower(table_schema) = 'public' and lower(table_name) <> 'flyway_schema_history' "
                + "order by table_name, ordinal_position")
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3))).list();
    }

    /** How many rows have this value in this column. */
    public long count(Column column, Object value) {
        return db.sql("select count(*) from " + column.table() + " where " + column.name() + " = :value")
                .param("value", value).query(Long.class).single();
    }

    /** All values of a column. */
    public List<Object> values(Column column) {
        return db.sql("select " + column.name() + " from " + column.table() + " where " + column.name()
                + " is not null").query((row, n) -> row.getObject(1)).list();
    }

    /** What stands in every table but these, row by row in no order; bytes by their hash. */
    public Map<String, List<String>> contents(List<String> without) {
        Map<String, List<String>> contents = new TreeMap<>();
        for (String table : columns().stream().map(Column::table).distinct().filter(t -> !without.contains(t))
                .toList()) {
            contents.put(table, db.sql("select * from " + table).query().listOfRows().stream().map(Tables::row)
                    .sorted().toList());
        }
        return contents;
    }

    private static String row(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(cell -> cell.getKey() + "=" + (cell.getValue() instanceof byte[] bytes
                        ? Arrays.hashCode(bytes)
                        : cell.getValue()))
                .collect(Collectors.joining(" "));
    }
}
