package dev.storetwin.core.model;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.storetwin.model.ModelAddress;
import dev.storetwin.model.ModelLookup;
import dev.storetwin.model.ModelRegistry;
import dev.storetwin.model.ModelStanding;
import dev.storetwin.model.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keeps models in a folder that one process writes to: {@code models/<sha256>.model} with its {@code .card} beside it, and
 * {@code names/<name>.standing}.
 *
 * <p>A file is written under another name, forced to the disk and moved into its place, so that a crash leaves the old one or the new
 * one. What does not match its digest is refused with its name.
 */
public final class FileModelRegistry implements ModelRegistry {

    private final Path models;
    private final Path names;

    private FileModelRegistry(Path models, Path names) {
        this.models = models;
        this.names = names;
    }

    /** Opens a folder, or makes it. */
    public static FileModelRegistry open(Path folder) {
        try {
            return new FileModelRegistry(
                    Files.createDirectories(folder.resolve("models")),
                    Files.createDirectories(folder.resolve("names")));
        } catch (IOException unusable) {
            throw new UncheckedIOException("The folder %s cannot hold models.".formatted(folder), unusable);
        }
    }

    @Override
    public synchronized ModelAddress store(StoredModel model) {
        var address = model.address();
        if (!(find(address) instanceof ModelLookup.Found)) {
            write(cardFile(address), CheckedText.write(CardText.write(model.card())));
            write(modelFile(address), model.bytes());
        }
        return address;
    }

    /** The model comes last when it is stored, so where it is its card is too. */
    @Override
    public synchronized ModelLookup find(ModelAddress address) {
        var file = modelFile(address);
        var cardFile = cardFile(address);
        if (!Files.exists(file)) {
            return new ModelLookup.Missing("no model is stored at %s".formatted(address));
        }
        var bytes = read(file);
        if (!ModelAddress.of(bytes).equals(address)) {
            return new ModelLookup.Damaged(
                    file.getFileName().toString(), "the bytes of %s are not those that it is named by".formatted(file));
        }
        var card = Files.exists(cardFile) ? CheckedText.read(read(cardFile)) : Optional.<List<String>>empty();
        return card.<ModelLookup>map(it -> new ModelLookup.Found(StoredModel.of(CardText.read(it), bytes)))
                .orElseGet(() -> new ModelLookup.Damaged(
                        cardFile.getFileName().toString(),
                        "%s is missing or not what was written there".formatted(cardFile)));
    }

    /** @throws IllegalStateException when the file is damaged: who is in use must not be guessed */
    @Override
    public synchronized ModelStanding standing(String name) {
        Standings.checkName(name);
        var file = standingFile(name);
        if (!Files.exists(file)) {
            return ModelStanding.NONE;
        }
        return CheckedText.read(read(file))
                .map(FileModelRegistry::standing)
                .orElseThrow(() -> new IllegalStateException("""
                        %s is not what was written there, so it is not known which model %s uses.
                        Maybe it can be restored from a backup.""".formatted(file, name)));
    }

    private static ModelStanding standing(List<String> lines) {
        var champions = new ArrayList<ModelAddress>();
        Optional<ModelAddress> challenger = Optional.empty();
        for (var line : lines) {
            var words = line.split("\t", -1);
            if (words[0].equals("champion")) {
                champions.add(new ModelAddress(words[1]));
            } else if (words[0].equals("challenger")) {
                challenger = Optional.of(new ModelAddress(words[1]));
            }
        }
        return new ModelStanding(champions, challenger);
    }

    private static List<String> lines(ModelStanding standing) {
        var lines = new ArrayList<String>();
        standing.champions().forEach(it -> lines.add("champion\t" + it));
        standing.challenger().ifPresent(it -> lines.add("challenger\t" + it));
        return lines;
    }

    @Override
    public synchronized ModelStanding challenge(String name, ModelAddress address) {
        if (!(find(address) instanceof ModelLookup.Found)) {
            throw Standings.notStored(address);
        }
        return change(name, now -> Standings.challenge(now, address));
    }

    @Override
    public synchronized ModelStanding promote(String name) {
        return change(name, now -> Standings.promote(name, now));
    }

    @Override
    public synchronized ModelStanding rollBack(String name) {
        return change(name, now -> Standings.rollBack(name, now));
    }

    private ModelStanding change(String name, UnaryOperator<ModelStanding> how) {
        var next = how.apply(standing(name));
        write(standingFile(name), CheckedText.write(lines(next)));
        return next;
    }

    private Path modelFile(ModelAddress address) {
        return models.resolve(address.sha256() + ".model");
    }

    private Path cardFile(ModelAddress address) {
        return models.resolve(address.sha256() + ".card");
    }

    private Path standingFile(String name) {
        return names.resolve(name + ".standing");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read.".formatted(file), unreadable);
        }
    }

    private static void write(Path file, byte[] bytes) {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var channel = FileChannel.open(draft, CREATE, WRITE, TRUNCATE_EXISTING)) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("%s cannot be written.".formatted(file), unwritable);
        }
    }
}
