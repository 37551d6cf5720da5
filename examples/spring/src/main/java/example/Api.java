package example;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.suiji.AmendedState;
import org.suiji.Amendments;
import org.suiji.By;
import org.suiji.Ceremony;
import org.suiji.Commitment;
import org.suiji.Evidence;
import org.suiji.Finding;
import org.suiji.Inputs;
import org.suiji.PlacedContribution;
import org.suiji.Plan;
import org.suiji.Receipt;
import org.suiji.Registry;
import org.suiji.Report;
import org.suiji.Request;
import org.suiji.RowChange;
import org.suiji.Suiji;

/**
 * The endpoints. Bodies and answers are the library's documents ({@code crates/suiji/schema}). Only the library reads and writes them:
 * here a body is bytes, so that no other reader of JSON decides what it means.
 */
@RestController
class Api {
    private static final String OFFICE = "hasRole('OFFICE')";
    private static final String INSIDE = "hasAnyRole('OFFICE', 'AUDITOR')";
    private static final String SOURCES = "hasAnyRole('OFFICE', 'WITNESS')";
    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private final Draws draws;
    private final Stored stored;
    private final Tables tables;
    private final Transactions transactions;

    Api(Draws draws, Stored stored, Tables tables, Transactions transactions) {
        this.draws = draws;
        this.stored = stored;
        this.tables = tables;
        this.transactions = transactions;
    }

    // Tables and plans

    @PutMapping("/registry")
    @PreAuthorize(OFFICE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void registry(@RequestBody byte[] lines) {
        replace(() -> tables.replaceRegistry(lines));
    }

    @PutMapping("/roster")
    @PreAuthorize(OFFICE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void roster(@RequestBody byte[] lines) {
        replace(() -> tables.replaceRoster(lines));
    }

    @PutMapping("/history")
    @PreAuthorize(OFFICE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void history(@RequestBody byte[] lines) {
        replace(() -> tables.replaceHistory(lines));
    }

    private void replace(Runnable work) {
        transactions.inOneState(() -> {
            work.run();
            return null;
        });
    }

    @PostMapping("/plans")
    @PreAuthorize(OFFICE)
    public ResponseEntity<Void> plan(@RequestBody byte[] plan) {
        return ResponseEntity.created(URI.create("/plans/" + draws.addPlan(Plan.fromJson(plan)))).build();
    }

    @GetMapping("/plans/{id}/findings")
    @PreAuthorize(OFFICE)
    public List<Finding> findings(@PathVariable long id) {
        return transactions.inOneState(() -> {
            try (Inputs inputs = tables.now(stored.plan(id))) {
                return inputs.findings();
            }
        });
    }

    // Sealing and contributions

    @PostMapping("/plans/{id}/commitments")
    @PreAuthorize(OFFICE)
    @ResponseStatus(HttpStatus.CREATED)
    public Commitment seal(@PathVariable long id, @RequestBody byte[] ceremony) {
        return draws.seal(id, Ceremony.fromJson(ceremony));
    }

    @GetMapping("/commitments")
    public List<Commitment> commitments() {
        return stored.commitments();
    }

    @GetMapping("/commitments/{digest}")
    public Commitment commitment(@PathVariable String digest) {
        return stored.commitment(digest);
    }

    @PostMapping("/commitments/{digest}/contributions")
    @PreAuthorize(SOURCES)
    @ResponseStatus(HttpStatus.CREATED)
    public void contribute(@PathVariable String digest, @RequestBody byte[] contributions, Authentication user) {
        boolean office = user.getAuthorities().stream().anyMatch(of -> of.getAuthority().equals("ROLE_OFFICE"));
        Set<By> allowed = office ? EnumSet.of(By.OFFICE) : EnumSet.of(By.WITNESS, By.PUBLIC);
        draws.contribute(digest, PlacedContribution.fromJson(contributions), user.getName(), allowed);
    }

    /** The rows of the registry that now differ from the sealed ones. */
    @GetMapping("/commitments/{digest}/changes")
    @PreAuthorize(OFFICE)
    public List<RowChange> changes(@PathVariable String digest) {
        return transactions.inOneState(() -> {
            Plan plan = stored.planOf(digest);
            try (Inputs sealed = tables.sealed(plan, digest);
                    Inputs now = tables.now(plan);
                    Registry before = sealed.registry();
                    Registry after = now.registry()) {
                return before.changes(after, 1000);
            }
        });
    }

    // The draw and what belongs to it

    @PostMapping(path = "/commitments/{digest}/record", produces = JSON)
    @PreAuthorize(OFFICE)
    public byte[] draw(@PathVariable String digest) {
        return utf8(draws.draw(digest));
    }

    @GetMapping(path = "/commitments/{digest}/record", produces = JSON)
    @PreAuthorize(INSIDE)
    public byte[] record(@PathVariable String digest) {
        return utf8(stored.record(digest));
    }

    @GetMapping(path = "/commitments/{digest}/public-form", produces = JSON)
    public byte[] publicForm(@PathVariable String digest) {
        return utf8(stored.publicForm(digest));
    }

    @GetMapping("/commitments/{digest}/receipts/{entity}")
    @PreAuthorize(INSIDE)
    public Receipt receipt(@PathVariable String digest, @PathVariable String entity) {
        return draws.with(digest, (sealed, record) -> sealed.receipt(record, entity));
    }

    /** Receipts of some of the registry, one on each line. */
    @GetMapping(path = "/commitments/{digest}/receipts", produces = "application/x-ndjson")
    @PreAuthorize(INSIDE)
    public byte[] receipts(
            @PathVariable String digest, @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "1000") int count) {
        return draws.with(digest, (sealed, record) -> {
            try (Inputs inputs = sealed.inputs();
                    Registry registry = inputs.registry()) {
                List<String> ids = registry.ids(Math.max(from, 0), Math.min(Math.max(count, 0), 10_000));
                List<Receipt> receipts = sealed.receipts(record, ids);
                return utf8(receipts.stream()
                        .map(receipt -> new String(receipt.canonical(), StandardCharsets.UTF_8) + "\n")
                        .collect(Collectors.joining()));
            }
        });
    }

    @PostMapping("/commitments/{digest}/amendments")
    @PreAuthorize(OFFICE)
    public Amendments amend(@PathVariable String digest, @RequestBody byte[] requests) {
        List<Request> what = Request.fromJson(requests);
        return transactions.inOneState(() -> {
            stored.commitment(digest);
            stored.lock(digest);
            Amendments amendments = draws.with(
                    digest, (sealed, record) -> sealed.amend(record, stored.amendments(digest).orElse(null), what));
            stored.amended(digest, amendments);
            return amendments;
        });
    }

    @GetMapping("/commitments/{digest}/state")
    @PreAuthorize(INSIDE)
    public AmendedState state(@PathVariable String digest) {
        return draws.with(digest, (sealed, record) -> stored.amendments(digest)
                .map(amendments -> amendments.state(record))
                .orElseGet(record::state));
    }

    @GetMapping("/commitments/{digest}/report")
    @PreAuthorize(INSIDE)
    public Report report(@PathVariable String digest) {
        return draws.with(digest, (sealed, record) -> {
            try (Inputs inputs = sealed.inputs()) {
                List<Commitment> earlier = stored.commitments(record.commitment().authority()).stream()
                        .filter(commitment -> !commitment.digest().equals(digest))
                        .collect(Collectors.toList());
                Evidence evidence = Evidence.of(inputs)
                        .withCommitment(digest)
                        .withSecret(stored.secret(digest))
                        .withEarlier(earlier);
                return Suiji.verify(
                        record, stored.amendments(digest).map(evidence::withAmendments).orElse(evidence));
            }
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
