package dev.storetwin.example.storefront;

import dev.storetwin.Controls;
import dev.storetwin.PendingApproval;
import dev.storetwin.Twin;
import dev.storetwin.audit.Outcome;
import dev.storetwin.decision.Decision;
import dev.storetwin.state.Acceptance;
import dev.storetwin.testing.FakeShop;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Role;
import dev.storetwin.type.Sku;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the merchant asks the twin, and says what becomes of its answers. */
final class Office {

    /** Who sits here. A real shop knows its people, and gives them roles. */
    static final Actor ANN = new Actor(Role.ADMIN, "ann");

    private static final int REMEMBERED = 100;

    private final Twin twin;
    private final Controls controls;
    private final FakeShop platform;
    private final Deque<Decision<?>> answers = new ArrayDeque<>();

    Office(Twin twin, FakeShop platform) {
        this.twin = twin;
        this.controls = twin.controls();
        this.platform = platform;
    }

    void serve(Map<String, Function<Request, Answer>> routes) {
        routes.put("GET /recommendation", this::recommend);
        routes.put("POST /apply", request -> outcome(twin.apply(answer(request), ANN)));
        routes.put("GET /approvals", request -> approvals());
        routes.put("POST /approve", this::approve);
        routes.put("POST /reject", request -> outcome(controls.reject(id(request), ANN, reason(request))));
        routes.put("POST /rollback", request -> outcome(controls.rollback(id(request), ANN, reason(request))));
        routes.put("POST /stop", request -> said("Stopped", controls.stop(ANN, reason(request))));
        routes.put("POST /release", request -> said("Released", controls.release(ANN, reason(request))));
        routes.put("GET /explain", this::explain);
        routes.put(
                "GET /reproduce",
                request -> Answer.text(
                        200,
                        "Once more",
                        twin.decisions().reproduce(id(request)).inWords()));
    }

    private Answer recommend(Request request) {
        var sku = Sku.of(request.require("sku"));
        var decision = twin.pricing().recommend(sku, Channel.of(request.require("channel")));
        remember(decision);
        return Answer.text(200, "Recommendation for " + sku, Words.of(decision)).with(next(decision.id()));
    }

    private static List<Act> next(DecisionId decision) {
        var it = Map.of("decision", decision.value());
        return List.of(
                Act.post("/apply", "Apply", it),
                Act.post("/rollback", "Roll back", it),
                Act.get("/explain", "Why?", it),
                Act.get("/reproduce", "Once more", it),
                Act.get("/audit", "Audit trail", it));
    }

    private Answer approve(Request request) {
        var yes = controls.approve(id(request), ANN, reason(request));
        var done = controls.apply(id(request), ANN);
        return outcome(yes, done);
    }

    private Answer approvals() {
        var waiting = controls.pending().stream().map(Office::line).collect(Collectors.joining("\n"));
        var acts = controls.pending().stream().flatMap(Office::yesOrNo).toList();
        return Answer.text(200, "Waiting for a yes", waiting.isEmpty() ? "Nothing waits." : waiting)
                .with(acts);
    }

    private static Stream<Act> yesOrNo(PendingApproval waiting) {
        var it = Map.of("decision", waiting.decision().value());
        return Stream.of(
                Act.post("/approve", "Yes to " + waiting.decision(), it),
                Act.post("/reject", "No to " + waiting.decision(), it));
    }

    private static String line(PendingApproval it) {
        return "%s: %s %s, asked by %s%n  %s"
                .formatted(
                        it.decision(),
                        it.action().target(),
                        it.action().words(),
                        it.askedBy().name(),
                        String.join("\n  ", it.reasons()));
    }

    private Answer explain(Request request) {
        return twin.decisions()
                .explain(id(request))
                .map(it -> Answer.text(200, "Why", it.text()))
                .orElseGet(() -> Answer.text(404, "Why", "There is no decision of that name."));
    }

    /** What was carried out the platform tells like anything else. */
    private Answer outcome(Outcome... outcomes) {
        Counter.listen(twin, platform);
        var words = new StringBuilder();
        for (var it : outcomes) {
            words.append("%s %s: %s%n".formatted(it.kind(), it.decision(), it.detail()));
        }
        return Answer.text(200, "Outcome", words.toString()).with(next(outcomes[0].decision()));
    }

    private static Answer said(String word, Acceptance answer) {
        return answer instanceof Acceptance.Accepted
                ? Answer.text(200, word, word + ".")
                : Answer.text(409, "Not " + word, answer.toString());
    }

    private static String reason(Request request) {
        return request.field("reason").orElse("no reason given");
    }

    private void remember(Decision<?> decision) {
        synchronized (answers) {
            answers.addFirst(decision);
            if (answers.size() > REMEMBERED) {
                answers.removeLast();
            }
        }
    }

    /** @throws IllegalArgumentException when nobody was given such an answer lately */
    private Decision<?> answer(Request request) {
        var id = id(request);
        synchronized (answers) {
            return answers.stream()
                    .filter(it -> it.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Nobody was told of %s lately.\nMaybe ask again.".formatted(id)));
        }
    }

    /** The word {@code last} stands for the newest answer. */
    private DecisionId id(Request request) {
        var id = request.require("decision");
        synchronized (answers) {
            return id.equals("last") && !answers.isEmpty() ? answers.getFirst().id() : DecisionId.of(id);
        }
    }
}
