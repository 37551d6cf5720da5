package example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.suiji.Ceremony;
import org.suiji.Contributions;
import org.suiji.DrawRecord;
import org.suiji.Evidence;
import org.suiji.Inputs;
import org.suiji.Sealed;
import org.suiji.Suiji;

/** Draws from the documents of a case: {@code Quickstart FOLDER}. */
final class Quickstart {
    private Quickstart() {}

    private static byte[] read(Path folder, String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Paths.get(arguments[0]);
        byte[] plan = read(folder, "plan.json");
        byte[] registry = read(folder, "registry.jsonl");
        byte[] roster = read(folder, "roster.jsonl");
        byte[] history = read(folder, "history.jsonl");
        try (Inputs inputs = Inputs.fromJson(plan, registry, roster, history);
                Sealed sealed = Suiji.seal(inputs, Ceremony.fromJson(read(folder, "ceremony.json")))) {
            System.err.println("commitment: " + sealed.commitment().digestGroups()); // read it aloud before the dice are thrown
            try (DrawRecord record = sealed.draw(Contributions.fromJson(read(folder, "contributions.json")))) {
                Suiji.verify(record, Evidence.of(inputs)).require();
                System.out.println(record.digest());
            }
        }
    }
}
