package org.suiji;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The plan of a generated case: paragraph 6 of the rule. */
final class GeneratedPlan {
    private static final String[] RATIOS = {"1%", "5%", "12.5%", "20%", "33.333333%", "40%", "50%", "66.6%", "100%"};

    private final Words words;
    private final List<String> classes;

    GeneratedPlan(Words words, List<String> classes) {
        this.words = words;
        this.classes = classes;
    }

    /** The plan, with its own classes unless they are null. */
    ObjectNode of(ArrayNode own) {
        ObjectNode plan = Generated.object().put("title", "样例计划").put("authority", "样例县工信局").put("year", 2024);
        if (own != null) {
            plan.set("classes", own);
        }
        limits(plan.putArray("limits"), "L", words.pick(3));
        if (words.oneIn(3)) {
            plan.put("max_load", 1 + words.pick(6));
        }
        if (!words.oneIn(8)) {
            plan.putObject("window").put("from", "2024-09-01").put("to", "2024-11-30");
        }
        ArrayNode tasks = plan.putArray("tasks");
        for (int number = 0, count = 1 + words.pick(3); number < count; number++) {
            ObjectNode task = Generated.object().put("id", "T" + number).put("name", "样例任务" + number);
            task(task, tasks);
            tasks.add(task);
        }
        return plan;
    }

    private void limits(ArrayNode limits, String letter, int count) {
        for (int number = 0; number < count; number++) {
            ObjectNode limit = limits.addObject().put("id", letter + number).put("visits", 1 + words.pick(2));
            if (words.oneIn(4)) {
                limit.put("from", words.of("2023-06-01", "2024-04-01"));
            }
            if (words.oneIn(4)) {
                limit.putArray("classes").add(words.of(classes));
            }
            if (words.oneIn(4)) {
                limit.putArray("by").add(words.of(Generated.LEVELS));
            }
        }
    }

    private void task(ObjectNode task, ArrayNode earlier) {
        limits(task.putArray("limits"), "M", words.pick(2));
        if (words.oneIn(2)) {
            scope(task.putObject("scope"));
        }
        if (!quota(task) || words.oneIn(2)) {
            risk(task.putObject("risk"));
        }
        if (!words.oneIn(3)) {
            task.put("coordination", words.of("g", "g", "h"));
        }
        task.put("reserves", words.pick(3));
        if (words.oneIn(6)) {
            task.putObject("window").put("from", "2024-09-01").put("to", words.of("2024-10-31", "2024-11-30"));
        }
        if (!words.oneIn(4)) {
            ObjectNode shared = shared(task, earlier);
            if (shared != null) {
                task.set("team", shared);
            } else {
                team(task.putObject("team"));
            }
        }
    }

    /** The team of the first earlier task of the same coordination, or only its first seats; null if there is none. */
    private ObjectNode shared(ObjectNode task, ArrayNode earlier) {
        for (JsonNode other : earlier) {
            boolean same = task.has("coordination") && task.get("coordination").equals(other.get("coordination"));
            if (same && other.has("team")) {
                if (words.oneIn(3)) {
                    return null;
                }
                ObjectNode team = other.get("team").deepCopy();
                if (words.oneIn(2)) {
                    JsonNode first = team.get("seats").get(0);
                    team.putArray("seats").add(first);
                }
                return team;
            }
        }
        return null;
    }

    private void scope(ObjectNode scope) {
        if (words.oneIn(2)) {
            scope.putArray("categories").add(words.of(Generated.CATEGORIES));
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
        ObjectNode first = seats.addObject().put("department", words.of(Generated.DEPARTMENTS)).put("count", 2);
        if (words.oneIn(4)) {
            first.putArray("skills").add(words.of(Generated.SKILLS));
        }
        for (int more = words.pick(2); more > 0; more--) {
            ObjectNode seat = seats.addObject().put("department", words.of(Generated.DEPARTMENTS));
            seat.put("count", 1 + words.pick(2)).put("expert", words.oneIn(6));
        }
        team.put("lead_required", words.oneIn(3));
        int district = words.pick(6);
        if (district < 2) {
            team.put("district", district == 0 ? "same" : "other");
        }
        if (words.oneIn(2)) {
            team.put("rotation_from", words.of("2023-01-01", "2024-05-01"));
        }
    }
}
