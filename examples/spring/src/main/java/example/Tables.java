package example;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;
import org.suiji.History;
import org.suiji.Inputs;
import org.suiji.Plan;
import org.suiji.Registry;
import org.suiji.Roster;
import org.suiji.TableBuilder;

/** The office's tables, and the copies that belong to a commitment. */
@Component
class Tables {
    private static final String ENTITY = "id, name, class, categories, district, industry, status, established, exempt, exempt_from";
    private static final String INSPECTOR =
            "id, name, department, district, skills, lead, expert, max_load, load, valid_to, recuse";
    private static final String VISIT = "entity, task, date, kind, by, inspectors";

    private final JdbcTemplate jdbc;

    Tables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the registry. All faults of the rows are reported before anything is changed. The other tables are replaced in the same way. */
    void replaceRegistry(byte[] lines) {
        try (Registry checked = Registry.fromJsonLines(lines)) {
            replace("entity", ENTITY, checked.toJsonLines());
        }
    }

    void replaceRoster(byte[] lines) {
        try (Roster checked = Roster.fromJsonLines(lines)) {
            replace("inspector", INSPECTOR, checked.toJsonLines());
        }
    }

    void replaceHistory(byte[] lines) {
        try (History checked = History.fromJsonLines(lines)) {
            replace("visit", VISIT, checked.toJsonLines());
        }
    }

    /** Names of tables and columns come from this class. Values are parameters, never part of the statement. */
    private void replace(String table, String columns, byte[] lines) {
        List<Object[]> rows = new ArrayList<>();
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n")) {
            if (line.contains("\"extra\":{")) {
                throw new Refused(HttpStatus.BAD_REQUEST, "本例的表没有 extra 列");
            }
            if (!line.isEmpty()) {
                rows.add(new Object[] {line});
            }
        }
        jdbc.update("DELETE FROM " + table);
        jdbc.batchUpdate(
                "INSERT INTO " + table + "(" + columns + ") SELECT " + columns + " FROM json_populate_record(NULL::" + table
                        + ", ?::json)",
                rows);
    }

    /** The inputs as they are now. */
    Inputs now(Plan plan) {
        return inputs(plan, "entity", "inspector", "visit", "");
    }

    /** The inputs as they were sealed. */
    Inputs sealed(Plan plan, String commitment) {
        return inputs(
                plan, "sealed_entity", "sealed_inspector", "sealed_visit", " WHERE commitment = ?", commitment);
    }

    private Inputs inputs(Plan plan, String entity, String inspector, String visit, String where, Object... parameters) {
        try (Registry registry = read(Registry.builder(), "SELECT " + ENTITY + " FROM " + entity + where, parameters);
                Roster roster = read(Roster.builder(), "SELECT " + INSPECTOR + " FROM " + inspector + where, parameters);
                History history = read(History.builder(), "SELECT " + VISIT + " FROM " + visit + where, parameters)) {
            return Inputs.of(plan, registry, roster, history);
        }
    }

    private <T> T read(TableBuilder<T> builder, String query, Object... parameters) {
        try (TableBuilder<T> table = builder) {
            ResultSetExtractor<T> finish = rows -> table.rows(rows).finish();
            return jdbc.query(query, finish, parameters);
        }
    }

    /** Copies the rows, in the transaction that has read them for sealing. */
    void copy(String commitment) {
        jdbc.update("INSERT INTO sealed_entity(commitment, " + ENTITY + ") SELECT ?, " + ENTITY + " FROM entity", commitment);
        jdbc.update(
                "INSERT INTO sealed_inspector(commitment, " + INSPECTOR + ") SELECT ?, " + INSPECTOR + " FROM inspector", commitment);
        jdbc.update("INSERT INTO sealed_visit(commitment, " + VISIT + ") SELECT ?, " + VISIT + " FROM visit", commitment);
    }
}
