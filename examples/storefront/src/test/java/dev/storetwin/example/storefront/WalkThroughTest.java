package dev.storetwin.example.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk through the shop, command by command, with what it says that the shop answers. */
class WalkThroughTest {

    private static final Pattern BLOCK = Pattern.compile("```(sh|text)\n(.*?)```", Pattern.DOTALL);
    private static final List<String> VERBS = List.of(
            "orders",
            "recommendation",
            "apply",
            "approvals",
            "approve",
            "explain",
            "reproduce",
            "rollback",
            "rules",
            "stop",
            "release",
            "audit");

    @TempDir
    private Path folder;

    @Test
    void the_shop_answers_as_the_readme_says() throws IOException {
        var rules = copyOfRules();
        try (var shop = Storefront.open(0, Main.shop(), folder.resolve("data"), rules)) {
            var shell = new ReadmeShell(HttpClient.newHttpClient(), shop.home(), rules);
            var answers = "";
            for (var block : walk()) {
                if (block.isCommands()) {
                    answers = block.text().lines().map(shell::run).collect(Collectors.joining("\n"));
                } else {
                    assertAnswered(block.text(), answers);
                }
            }
        }
    }

    @Test
    void the_walk_has_every_verb() throws IOException {
        var commands =
                walk().stream().filter(Block::isCommands).map(Block::text).collect(Collectors.joining());

        assertThat(VERBS).allSatisfy(verb -> assertThat(commands).contains("localhost:8080/" + verb));
    }

    /** @param isCommands whether it is to be typed; else it is what comes back */
    private record Block(boolean isCommands, String text) {}

    private static List<Block> walk() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var walk = new ArrayList<Block>();
        var blocks = BLOCK.matcher(readme.substring(readme.indexOf("## A walk")));
        while (blocks.find()) {
            walk.add(new Block(blocks.group(1).equals("sh"), blocks.group(2)));
        }
        return walk;
    }

    private static void assertAnswered(String expected, String answers) {
        assertThat(expected.lines()).allSatisfy(line -> assertThat(answers.lines())
                .anyMatch(pattern(line).asMatchPredicate()));
    }

    private static Pattern pattern(String line) {
        var parts = Stream.of(line.split("\\.\\.\\.", -1)).map(Pattern::quote);
        return Pattern.compile(parts.collect(Collectors.joining(".*")));
    }

    private Path copyOfRules() throws IOException {
        var copy = Files.createDirectory(folder.resolve("rules"));
        try (var files = Files.list(Path.of("rules"))) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        return copy;
    }
}
