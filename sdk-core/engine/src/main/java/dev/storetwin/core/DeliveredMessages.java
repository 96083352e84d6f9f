package dev.storetwin.core;

import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.platform.DurableInbox;
import dev.storetwin.core.platform.FileName;
import dev.storetwin.core.platform.InboxPlace;
import dev.storetwin.core.platform.Sealing;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.ParkedMessage;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What inboxes still hold of messages that they delivered. A message says in its platform's own words whom it is about, so nobody looks for
 * a person in it: what was delivered is forgotten as a whole, for the twin has it as events.
 */
final class DeliveredMessages {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveredMessages.class);

    private static final int PATIENCE_SECONDS = 10;

    private final Storage.Place place;
    private final InboxSettings settings;
    private final List<String> left = new ArrayList<>();
    private boolean isDone = true;

    DeliveredMessages(Storage.Place place, InboxSettings settings) {
        this.place = place;
        this.settings = settings;
    }

    /** Where an inbox lies. */
    static InboxPlace inbox(Storage.Place place, String name) {
        return new InboxPlace(place.disk(), all(place).resolve(name), Sealing.of(place.vault(), name));
    }

    private static Path all(Storage.Place place) {
        return place.resolve("inbox");
    }

    /** Forgets them in inboxes that are not open; none may be opened meanwhile. */
    void forgetClosed(Set<Source> open) {
        var names = open.stream().map(FileName::of).collect(Collectors.toSet());
        try {
            if (place.disk().exists(all(place))) {
                for (var directory : place.disk().list(all(place))) {
                    var name = directory.getFileName().toString();
                    tellWaiting(
                            names.contains(name) ? 0 : DurableInbox.forgetDelivered(inbox(place, name), settings),
                            directory);
                }
            }
        } catch (IOException | RuntimeException failed) {
            unforgotten("an inbox that is not open", failed);
        }
    }

    private void tellWaiting(int messages, Path directory) {
        if (messages > 0) {
            left.add("""
                    %d messages wait in %s, an inbox that is not open.
                    Open the inbox of that platform, and erase the person again when none waits.""".formatted(messages, directory));
        }
    }

    /** Forgets them in open inboxes, once these have delivered what they hold now. */
    void forgetOpen(Map<Source, DurableInbox> open) {
        open.forEach((source, inbox) -> forget(source, inbox.forgetDelivered()));
        if (isDone && place.vault().hasKey(Sealing.FIRST_OWNER)) {
            place.vault().erase(List.of(Sealing.FIRST_OWNER));
        }
    }

    /** What is left, and what to do about it. */
    Optional<String> left() {
        return left.stream().reduce((one, other) -> one + "\n" + other);
    }

    private void forget(Source source, CompletionStage<List<ParkedMessage>> answer) {
        try {
            var parked = answer.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!parked.isEmpty()) {
                left.add("""
                        %d messages parked in the inbox of %s were not understood, so nobody can tell whom they name: %s
                        Look at them, have each tried again or discarded, and erase the person again.""".formatted(parked.size(), source, numbers(parked)));
            }
        } catch (TimeoutException busy) {
            isDone = false;
            left.add("""
                    Messages wait in the inbox of %s that the twin has not taken yet; as they came they may name the person.
                    Erase the person again when InboxStatus says that none waits.""".formatted(source));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            isDone = false;
            left.add("The thread was interrupted while the inbox of %s forgot its messages.\nErase the person again."
                    .formatted(source));
        } catch (ExecutionException failed) {
            unforgotten("the inbox of " + source, failed);
        }
    }

    private static String numbers(List<ParkedMessage> parked) {
        return parked.stream().limit(20).map(it -> "#" + it.number()).toList().toString();
    }

    private void unforgotten(String which, Exception why) {
        isDone = false;
        LOG.error("What {} has delivered could not be forgotten", which, why);
        left.add("What %s has delivered could not be forgotten: %s\nErase the person again when the disk takes it."
                .formatted(which, why.getMessage()));
    }
}
