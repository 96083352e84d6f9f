package dev.storetwin.example.storefront;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Understands of a shell what the README types: {@code curl}, {@code cp} and {@code rm}. */
final class ReadmeShell {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final HttpClient client;
    private final URI home;
    private final Path rules;

    /** @param rules stands for the folder {@code rules} */
    ReadmeShell(HttpClient client, URI home, Path rules) {
        this.client = client;
        this.home = home;
        this.rules = rules;
    }

    String run(String command) {
        var words = words(command);
        try {
            switch (words.get(0)) {
                case "curl" -> {
                    return curl(words.subList(1, words.size()));
                }
                case "cp" -> Files.copy(path(words.get(1)), path(words.get(2)), StandardCopyOption.REPLACE_EXISTING);
                case "rm" -> Files.delete(path(words.get(1)));
                default -> throw new AssertionError("The README types what nobody understands here: " + command);
            }
            return "";
        } catch (IOException failed) {
            throw new UncheckedIOException(command, failed);
        }
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .toList();
    }

    private Path path(String name) {
        return name.startsWith("rules/") ? rules.resolve(name.substring("rules/".length())) : Path.of(name);
    }

    private String curl(List<String> words) throws IOException {
        var form = new ArrayList<String>();
        var method = "GET";
        var where = home;
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-d" -> form.add(encoded(words.get(++i)));
                case "-X" -> method = words.get(++i);
                default -> where = home.resolve(words.get(i).replace("localhost:8080", ""));
            }
        }
        var body = HttpRequest.BodyPublishers.ofString(String.join("&", form));
        var request = HttpRequest.newBuilder(where).method(form.isEmpty() ? method : "POST", body);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static String encoded(String field) {
        int equals = field.indexOf('=');
        return field.substring(0, equals + 1) + URLEncoder.encode(field.substring(equals + 1), StandardCharsets.UTF_8);
    }
}
