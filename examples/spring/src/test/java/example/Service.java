package example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The service in a separate process, on a free port of loopback. */
final class Service implements AutoCloseable {
    /** The passwords of this run. */
    static final Map<String, String> PASSWORDS = Map.of("office", "of-5Xq8", "witness", "wi-7Tz2", "auditor", "au-1Kd6");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final String database;
    private Process process;
    private Thread reader;
    private int port;

    Service(String database) throws IOException {
        this.database = database;
        start();
    }

    private void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", System.getProperty("service"), "--logging.level.org.springframework=DEBUG");
        builder.redirectErrorStream(true).environment().putAll(Map.of(
                "PORT", Integer.toString(port), "PGDATABASE", database, "BODY_LIMIT", "1048576",
                "OFFICE_PASSWORD", PASSWORDS.get("office"), "WITNESS_PASSWORD", PASSWORDS.get("witness"),
                "AUDITOR_PASSWORD", PASSWORDS.get("auditor")));
        process = builder.start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); ; line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the service did not start:\n" + log());
            }
            log.add(line);
            if (line.contains("Started Application")) {
                break;
            }
        }
        reader = new Thread(() -> lines.lines().forEach(log::add));
        reader.setDaemon(true);
        reader.start();
    }

    /** Kills the process, as a power failure would, and starts another one. */
    void killAndStart() throws IOException {
        close();
        start();
    }

    /** Everything that all processes wrote. */
    String log() {
        return String.join("\n", log);
    }

    private HttpRequest request(String user, String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).method(method, body);
        if (!user.isEmpty()) {
            byte[] both = (user + ":" + PASSWORDS.getOrDefault(user, "")).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        return request.header("Content-Type", "application/json").build();
    }

    /** Sends a request. A user without a name is nobody. */
    HttpResponse<String> send(String user, String method, String path, String body) throws IOException, InterruptedException {
        return client.send(request(user, method, path, BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    /** Sends a body without a header for its length. */
    HttpResponse<String> stream(String user, String method, String path, InputStream body) throws IOException, InterruptedException {
        return client.send(request(user, method, path, BodyPublishers.ofInputStream(() -> body)), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> begin(String user, String method, String path, String body) {
        return client.sendAsync(request(user, method, path, BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    /** Sends a request that must have this status, and returns the body. */
    String must(int status, String user, String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(user, method, path, body);
        if (answer.statusCode() != status) {
            throw new AssertionError(
                    method + " " + path + ": " + answer.statusCode() + " instead of " + status + "\n" + answer.body());
        }
        return answer.body();
    }

    /** Kills the process, and waits until all its output is read. */
    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
