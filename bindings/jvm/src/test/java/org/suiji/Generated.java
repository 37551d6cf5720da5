package org.suiji;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A case generated from a seed by the rule in accumulated.json. The numbers in comments are those of its paragraphs. */
final class Generated {
    private static final String[] CATEGORIES = {"汽车销售", "加油站", "外商投资"};
    private static final String[] DISTRICTS = {"140521", "140522", "1405", "140521100"};
    private static final String[] DEPARTMENTS = {"县工信局", "县市场监管局"};
    private static final String[] SKILLS = {"汽车", "财务"};
    private static final String[] RATIOS = {"1%", "5%", "12.5%", "20%", "33.333333%", "40%", "50%", "66.6%", "100%"};

    private final Words words;
    private final ObjectNode documents = object();
    private List<String> classes = Arrays.asList("high", "elevated", "general", "low");
    private final List<String> firms = new ArrayList<>();

    private Generated(Words words) {
        this.words = words;
    }

    /** The documents, in the same form as in a vector. */
    static ObjectNode documents(String seed, int number) throws SuijiException {
        Generated generated = new Generated(new Words(seed, number));
        generated.make();
        return generated.documents;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ArrayNode rows(String name) {
        return documents.putObject(name).putArray("rows");
    }

    private void make() throws SuijiException {
        ObjectNode ceremony = object(); // 1
        String hash = words.of("sha256", "sm3");
        ceremony.put("hash", hash).put("sealed_at", "2024-08-30T09:00:00+08:00");
        if (words.oneIn(2)) {
            ceremony.put("secret", words.hex());
        }
        ArrayNode own = words.oneIn(3) ? ownClasses() : null;
        ArrayNode registry = rows("registry.jsonl");
        for (int firm = 0, count = 1 + words.pick(24); firm < count; firm++) {
            registry.add(firm(firm));
        }
        ArrayNode roster = rows("roster.jsonl");
        for (int officer = 0, count = 3 + words.pick(10); officer < count; officer++) {
            roster.add(officer(officer));
        }
        visits(rows("history.jsonl"));
        documents.putObject("plan.json").set("json", plan(own));
        ArrayNode contributions = documents.putObject("contributions.json").putArray("json");
        sources(Hash.valueOf(hash.toUpperCase(java.util.Locale.ROOT)), ceremony.putArray("sources"), contributions);
        documents.putObject("ceremony.json").set("json", ceremony);
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

    private ObjectNode firm(int number) { // 3
        String id = words.of("A-", "b/", "9.") + number;
        firms.add(id);
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
            row.put("established", 2000 + words.pick(25) + "-0" + (1 + words.pick(9)) + "-" + (10 + words.pick(19)));
        }
        if (words.oneIn(4)) {
            row.putObject("extra").put("地址", "样例路" + words.pick(100)).put("ﬀ", "1").put("😀", "2");
        }
        return row;
    }

    private ObjectNode officer(int number) { // 4
        ObjectNode row = object().put("id", "P" + number).put("name", "样例人员" + number);
        row.put("department", words.of(DEPARTMENTS));
        if (!words.oneIn(3)) {
            row.put("district", words.of(DISTRICTS));
        }
        words.some(row.putArray("skills"), SKILLS);
        row.put("lead", words.oneIn(2)).put("expert", words.oneIn(8));
        if (words.oneIn(3)) {
            row.put("max_load", 1 + words.pick(4));
        }
        if (words.oneIn(6)) {
            row.put("valid_to", words.of("2024-08-31", "2024-10-15", "2025-01-01"));
        }
        if (words.oneIn(3)) {
            row.putArray("recuse").add(words.of(firms));
        }
        return row;
    }

    private void visits(ArrayNode rows) { // 5
        Set<ObjectNode> made = new HashSet<>();
        for (int count = words.pick(6); count > 0; count--) {
            ObjectNode row = object().put("entity", words.of(firms)).put("task", words.of("T0", "T1", "T9"));
            row.put("date", "2024-0" + (1 + words.pick(8)) + "-" + (10 + words.pick(19)));
            row.put("kind", words.of("planned", "planned", "planned", "case"));
            if (made.add(row)) {
                rows.add(row);
            }
        }
    }

    private ObjectNode plan(ArrayNode own) { // 6
        ObjectNode plan = object().put("title", "样例计划").put("authority", "样例县工信局").put("year", 2024);
        if (own != null) {
            plan.set("classes", own);
        }
        if (words.oneIn(3)) {
            plan.put("annual_cap", 1 + words.pick(2));
        }
        if (words.oneIn(3)) {
            plan.put("max_load", 1 + words.pick(6));
        }
        if (words.oneIn(2)) {
            plan.putObject("window").put("from", "2024-09-01").put("to", "2024-11-30");
        }
        ArrayNode tasks = plan.putArray("tasks");
        for (int number = 0, count = 1 + words.pick(3); number < count; number++) {
            task(tasks.addObject().put("id", "T" + number).put("name", "样例任务" + number));
        }
        return plan;
    }

    private void task(ObjectNode task) {
        if (words.oneIn(3)) {
            task.put("per_year", 1);
        }
        if (words.oneIn(2)) {
            scope(task.putObject("scope"));
        }
        boolean quota = quota(task);
        if (!quota || words.oneIn(2)) {
            risk(task.putObject("risk"));
        }
        if (words.oneIn(2)) {
            task.put("coordination", words.of("g", "h"));
        }
        task.put("reserves", words.pick(3));
        if (!words.oneIn(4)) {
            team(task.putObject("team"));
        }
    }

    private void scope(ObjectNode scope) {
        if (words.oneIn(2)) {
            scope.putArray("categories").add(words.of(CATEGORIES));
        }
        if (words.oneIn(3)) {
            scope.putArray("districts").add(words.of("1405", "140521"));
        }
        if (words.oneIn(4)) {
            scope.putArray("industries").add(words.of("5", "52"));
        }
        if (words.oneIn(4)) {
            scope.put("established_before", "2020-01-01");
        }
    }

    private boolean quota(ObjectNode task) {
        int kind = words.pick(6);
        if (kind == 5) {
            return false;
        }
        ObjectNode quota = task.putObject("quota");
        if (kind == 4) {
            quota.put("count", 1 + words.pick(10));
        } else if (kind == 3) {
            quota.put("exactly", words.of(RATIOS));
        } else {
            boolean most = kind == 2;
            quota.put(most ? "at_most" : "at_least", words.of(RATIOS));
            if (words.oneIn(most ? 2 : 3)) {
                quota.put(most ? "max" : "min", 1 + words.pick(8));
            }
        }
        return true;
    }

    private void risk(ObjectNode risk) {
        ObjectNode minimum = risk.putObject("minimum");
        classes.stream().filter(each -> words.oneIn(2)).forEach(each -> minimum.put(each, words.of(RATIOS)));
        ObjectNode maximum = risk.putObject("maximum");
        classes.stream().filter(each -> words.oneIn(6)).forEach(each -> maximum.put(each, words.of(RATIOS)));
        ObjectNode weights = risk.putObject("weights");
        classes.stream().filter(each -> words.oneIn(3)).forEach(each -> weights.put(each, 1 + words.pick(9)));
        if (!words.oneIn(8)) {
            risk.put("unrated_as", words.of(classes));
        }
    }

    private void team(ObjectNode team) {
        ArrayNode seats = team.putArray("seats");
        ObjectNode first = seats.addObject().put("department", words.of(DEPARTMENTS)).put("count", 2);
        if (words.oneIn(4)) {
            first.putArray("skills").add(words.of(SKILLS));
        }
        for (int more = words.pick(2); more > 0; more--) {
            ObjectNode seat = seats.addObject().put("department", words.of(DEPARTMENTS));
            seat.put("count", 1 + words.pick(2)).put("expert", words.oneIn(6));
        }
        team.put("lead_required", words.oneIn(3));
        int district = words.pick(6);
        if (district < 2) {
            team.put("district", district == 0 ? "same" : "other");
        }
    }

    private void sources(Hash hash, ArrayNode sources, ArrayNode contributions) throws SuijiException { // 7
        StringBuilder dice = new StringBuilder();
        for (int die = 0; die < 20; die++) {
            dice.append(1 + words.pick(6));
        }
        if (words.oneIn(2)) {
            String nonce = words.hex();
            String value = "样例" + words.pick(1000);
            String commitment = Contribution.commitment(hash, nonce, value);
            ObjectNode source = sources.addObject().put("kind", "committed").put("by", "public");
            source.put("name", "样例见证").put("commitment", commitment);
            contributions.addObject().put("kind", "committed").put("nonce", nonce).put("value", value);
        }
        ObjectNode source = sources.addObject().put("kind", "live").put("by", "witness").put("name", "样例掷骰");
        source.put("symbols", "123456").put("length", 20);
        contributions.addObject().put("kind", "live").put("value", dice.toString());
    }
}
