package org.suiji;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A case generated from a seed by the rule in accumulated.json. The numbers in comments are those of its paragraphs. */
final class Generated {
    static final String[] CATEGORIES = {"汽车销售", "加油站", "外商投资"};
    private static final String[] DISTRICTS = {"140521", "140522", "1405", "140521100"};
    static final String[] DEPARTMENTS = {"县工信局", "县市场监管局"};
    static final String[] SKILLS = {"汽车", "财务"};
    static final String[] LEVELS = {"县", "市"};
    private static final String[] TASKS = {"T0", "T1", "T9"};

    private final Words words;
    private final ObjectNode documents = object();
    private List<String> classes = Arrays.asList("high", "elevated", "general", "low");
    private final List<String> entities = new ArrayList<>();
    private final List<String> inspectors = new ArrayList<>();

    private Generated(Words words) {
        this.words = words;
    }

    /** The documents, in the same form as in a vector. */
    static ObjectNode documents(String seed, int number) throws SuijiException, IOException {
        Generated generated = new Generated(new Words(seed, number));
        generated.make();
        return generated.documents;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ArrayNode rows(String name) {
        return documents.putObject(name).putArray("rows");
    }

    private void make() throws SuijiException, IOException {
        ObjectNode ceremony = object(); // 1
        String hash = words.of("sha256", "sm3");
        ceremony.put("hash", hash).put("sealed_at", "2024-08-30T09:00:00+08:00");
        if (words.oneIn(2)) {
            ceremony.put("secret", words.hex());
        }
        ArrayNode own = words.oneIn(3) ? ownClasses() : null;
        ArrayNode registry = rows("registry.jsonl");
        for (int number = 0, count = 1 + words.pick(24); number < count; number++) {
            registry.add(entity(number));
        }
        ArrayNode roster = rows("roster.jsonl");
        for (int number = 0, count = 3 + words.pick(10); number < count; number++) {
            roster.add(inspector(number));
        }
        history(rows("history.jsonl"));
        documents.putObject("plan.json").set("json", new GeneratedPlan(words, classes).of(own));
        ArrayNode contributions = JsonNodeFactory.instance.arrayNode();
        sources(Hash.valueOf(hash.toUpperCase(Locale.ROOT)), ceremony.putArray("sources"), contributions);
        documents.putObject("ceremony.json").set("json", ceremony);
        documents.putObject("contributions.json").putObject("json")
                .put("spec", "suiji-v1").put("commitment", commitment()).set("contributions", contributions);
    }

    /** The digest of the commitment; zeros if the inputs cannot be sealed. */
    private String commitment() throws IOException {
        try (Sealed sealed = Documents.of(documents).seal()) {
            return sealed.commitment().digest();
        } catch (SuijiException refused) {
            return String.join("", Collections.nCopies(64, "0"));
        }
    }

    private ArrayNode ownClasses() { // 2
        ArrayNode own = JsonNodeFactory.instance.arrayNode();
        classes = new ArrayList<>();
        for (int number = 1, count = 2 + words.pick(3); number <= count; number++) {
            own.addObject().put("id", "K" + number).put("name", "类" + number);
            classes.add("K" + number);
        }
        return own;
    }

    private ObjectNode entity(int number) { // 3
        String id = words.of("A-", "b/", "9.") + number;
        entities.add(id);
        ObjectNode row = object().put("id", id);
        row.put("name", "样例企业" + number + words.of("", "（有限）", "😀", "\"\\"));
        if (!words.oneIn(8)) {
            row.put("class", words.of(classes));
        }
        words.some(row.putArray("categories"), CATEGORIES);
        if (!words.oneIn(5)) {
            row.put("district", words.of(DISTRICTS));
        }
        if (!words.oneIn(4)) {
            row.put("industry", words.of("5264", "52", "F51"));
        }
        if (words.oneIn(4)) {
            row.put("status", words.of("active", "inactive"));
        }
        if (!words.oneIn(3)) {
            row.put("established", day(2000 + words.pick(25), 9));
        }
        if (words.oneIn(16)) {
            row.put("exempt", "样例免检名单");
            if (words.oneIn(2)) {
                row.putArray("exempt_from").add(words.of(TASKS));
            }
        }
        if (words.oneIn(4)) {
            row.putObject("extra").put("地址", "样例路" + words.pick(100)).put("ﬀ", "1").put("😀", "2");
        }
        return row;
    }

    private String day(int year, int months) {
        return year + "-0" + (1 + words.pick(months)) + "-" + (10 + words.pick(19));
    }

    private ObjectNode inspector(int number) { // 4
        String id = "P" + number;
        inspectors.add(id);
        ObjectNode row = object().put("id", id).put("name", "样例人员" + number);
        row.put("department", words.of(DEPARTMENTS));
        if (!words.oneIn(3)) {
            row.put("district", words.of(DISTRICTS));
        }
        words.some(row.putArray("skills"), SKILLS);
        row.put("lead", words.oneIn(2)).put("expert", words.oneIn(8));
        if (words.oneIn(3)) {
            row.put("max_load", 1 + words.pick(4));
        }
        if (words.oneIn(4)) {
            row.put("load", words.pick(3));
        }
        if (words.oneIn(6)) {
            row.put("valid_to", words.of("2024-08-31", "2024-10-15", "2025-01-01"));
        }
        if (words.oneIn(3)) {
            row.putArray("recuse").add(words.of(entities));
        }
        return row;
    }

    private void history(ArrayNode rows) { // 5
        Set<List<String>> made = new HashSet<>();
        for (int count = words.pick(9); count > 0; count--) {
            List<String> key = new ArrayList<>();
            key.add(words.of(entities));
            key.add(words.of(TASKS));
            key.add(day(Integer.parseInt(words.of("2023", "2024", "2024")), 8));
            key.add(words.of("planned", "planned", "planned", "case"));
            ObjectNode row = object().put("entity", key.get(0)).put("task", key.get(1));
            row.put("date", key.get(2)).put("kind", key.get(3));
            if (words.oneIn(3)) {
                row.putArray("by").add(words.of(LEVELS));
            }
            if (words.oneIn(2)) {
                row.putArray("inspectors").add(words.of(inspectors));
            }
            if (made.add(key)) {
                rows.add(row);
            }
        }
    }

    private void sources(Hash hash, ArrayNode sources, ArrayNode contributions) throws SuijiException { // 7
        ObjectNode live = object().put("kind", "live").put("by", "witness").put("name", "样例掷骰");
        ObjectNode fallen = object().put("kind", "live");
        ArrayNode parts = live.putArray("parts");
        ArrayNode numbers = fallen.putArray("numbers");
        parts.addObject().put("count", 20).put("from", 1).put("to", 6);
        ArrayNode thrown = numbers.addArray();
        for (int die = 0; die < 20; die++) {
            thrown.add(1 + words.pick(6));
        }
        if (words.oneIn(2)) {
            int count = 2 + words.pick(2);
            parts.addObject().put("count", count).put("from", 0).put("to", 9).put("distinct", true);
            balls(count).forEach(numbers.addArray()::add);
        }
        if (words.oneIn(2)) {
            String nonce = words.hex();
            String value = "样例" + words.pick(1000);
            ObjectNode source = sources.addObject().put("kind", "committed").put("by", "public");
            source.put("name", "样例见证").put("commitment", Contribution.commitment(hash, nonce, value));
            contributions.addObject().put("kind", "committed").put("nonce", nonce).put("value", value);
        }
        sources.add(live);
        contributions.add(fallen);
    }

    private List<Integer> balls(int count) {
        List<Integer> drum = new ArrayList<>(Arrays.asList(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        List<Integer> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            drawn.add(drum.remove(words.pick(drum.size())));
        }
        Collections.sort(drawn);
        return drawn;
    }
}
