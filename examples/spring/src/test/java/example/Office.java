package example;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suiji.By;
import org.suiji.Ceremony;
import org.suiji.Commitment;
import org.suiji.Contribution;
import org.suiji.Hash;
import org.suiji.Part;
import org.suiji.Source;

/** An invented office with 40 firms and 12 inspectors, whose plan takes 5 firms with two inspectors each. */
final class Office {
    static final String PLAN = "{\"title\": \"样例县2026年度抽查计划\", \"authority\": \"样例县市场监督管理局\", \"year\": 2026,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"加油站计量检查\", \"quota\": {\"count\": 5}, \"reserves\": 2,"
            + " \"team\": {\"seats\": [{\"department\": \"县市场监管局\", \"count\": 2}]}}]}";
    static final String ROBERT = "样例'); DROP TABLE entity; --企业";
    static final String VALUE = "样例取值-4417";
    static final String DICE = "[{\"source\": 1, \"kind\": \"live\", \"numbers\": [[3,5,6,2,4,1,2,3,4,5,6,1,2,3,4,5,6,1,2,3]]}]";

    /** What the office keeps to itself until it contributes. */
    final String nonce;

    Office(String nonce) {
        this.nonce = nonce;
    }

    static String registry(String name) {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(number -> "{\"id\": \"A-%02d\", \"name\": \"%s\", \"established\": \"2019-03-02\", \"categories\": [\"加油站\"]}\n"
                        .formatted(number, number == 7 ? name : "样例企业" + number))
                .collect(Collectors.joining());
    }

    static String roster() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(number -> "{\"id\": \"Z-%02d\", \"name\": \"样例执法员%d\", \"department\": \"县市场监管局\"}\n"
                        .formatted(number, number))
                .collect(Collectors.joining());
    }

    /** A committed value of the office, and dice that a witness throws. */
    String ceremony() {
        Source committed = Source.committed(By.OFFICE, "样例县抽取系统", Contribution.commitment(Hash.SM3, nonce, VALUE));
        return Ceremony.of(Hash.SM3, committed, Source.live(By.WITNESS, "纪检监察人员掷骰子二十次", Part.of(20, 1, 6)))
                .toJsonWithSecret();
    }

    String value() {
        return "[{\"source\": 0, \"kind\": \"committed\", \"nonce\": \"" + nonce + "\", \"value\": \"" + VALUE + "\"}]";
    }

    /** Fills the tables, and returns the path of the plan. */
    String prepare(Service service) throws IOException, InterruptedException {
        service.must(204, "office", "PUT", "/registry", registry(ROBERT));
        service.must(204, "office", "PUT", "/roster", roster());
        service.must(204, "office", "PUT", "/history", "{\"entity\": \"A-03\", \"task\": \"J1\", \"date\": \"2026-01-15\"}\n");
        return service.send("office", "POST", "/plans", PLAN).headers().firstValue("Location").orElseThrow();
    }

    /** Seals, and returns the path of the commitment. */
    String seal(Service service, String plan) throws IOException, InterruptedException {
        String sealed = service.must(201, "office", "POST", plan + "/commitments", ceremony());
        return path(sealed);
    }

    static String path(String commitment) {
        return "/commitments/" + Commitment.fromJson(commitment).digest();
    }
}
