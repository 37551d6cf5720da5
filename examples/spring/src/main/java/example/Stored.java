package example;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.suiji.Amendments;
import org.suiji.Commitment;
import org.suiji.PlacedContribution;
import org.suiji.Plan;

/** The documents in the database. */
@Component
class Stored {
    private final JdbcTemplate jdbc;

    Stored(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private Optional<String> text(String query, Object... parameters) {
        List<String> found = jdbc.queryForList(query, String.class, parameters);
        return found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.get(0));
    }

    private static Refused missing() {
        return new Refused(HttpStatus.NOT_FOUND, "不存在");
    }

    Plan plan(long id) {
        return Plan.fromJson(text("SELECT document FROM plan WHERE id = ?", id).orElseThrow(Stored::missing));
    }

    Plan planOf(String commitment) {
        return Plan.fromJson(text(
                        "SELECT p.document FROM plan p JOIN commitment c ON c.plan = p.id WHERE c.digest = ?", commitment)
                .orElseThrow(Stored::missing));
    }

    Commitment commitment(String digest) {
        return Commitment.fromJson(
                text("SELECT document FROM commitment WHERE digest = ?", digest).orElseThrow(Stored::missing));
    }

    List<Commitment> commitments() {
        return list("SELECT document FROM commitment ORDER BY number");
    }

    List<Commitment> commitments(String authority) {
        return list("SELECT document FROM commitment WHERE authority = ? ORDER BY number", authority);
    }

    private List<Commitment> list(String query, Object... parameters) {
        return jdbc.queryForList(query, String.class, parameters).stream()
                .map(Commitment::fromJson)
                .collect(Collectors.toList());
    }

    String secret(String commitment) {
        return text("SELECT secret FROM secret WHERE commitment = ?", commitment).orElseThrow(Stored::missing);
    }

    /** Locks a commitment until the transaction ends. Returns whether it is drawn. */
    boolean lock(String digest) {
        return jdbc.queryForObject("SELECT drawn FROM commitment WHERE digest = ? FOR UPDATE", Boolean.class, digest);
    }

    List<PlacedContribution> contributions(String commitment) {
        String query = "SELECT document FROM contribution WHERE commitment = ? ORDER BY source";
        return jdbc.queryForList(query, String.class, commitment).stream()
                .map(document -> PlacedContribution.fromJson("[" + document + "]").get(0))
                .collect(Collectors.toList());
    }

    String record(String commitment) {
        return text("SELECT document FROM record WHERE commitment = ?", commitment).orElseThrow(Stored::missing);
    }

    String publicForm(String commitment) {
        return text("SELECT public_form FROM record WHERE commitment = ?", commitment).orElseThrow(Stored::missing);
    }

    Optional<Amendments> amendments(String commitment) {
        return text("SELECT amendments FROM record WHERE commitment = ?", commitment).map(Amendments::fromJson);
    }

    void amended(String commitment, Amendments amendments) {
        jdbc.update("UPDATE record SET amendments = ? WHERE commitment = ?", amendments.toJson(), commitment);
    }
}
