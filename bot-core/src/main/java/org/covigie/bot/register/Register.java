package org.covigie.bot.register;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.covigie.bot.settings.HouseSettings;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.signals.Signals;
import org.covigie.bot.signals.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The published signals, for everybody to search. Of what is not published not even the existence is told. */
@Service
@Transactional(readOnly = true)
public class Register {
    private static final int MOST_LINKED = 50;
    /** As many as an answer in the chat shows. */
    private static final int FEW = 5;

    private final JdbcClient db;
    private final Signals signals;
    private final WordIndex index;
    private final ZoneId zone;

    Register(JdbcClient db, Signals signals, WordIndex index, HouseSettings settings) {
        this.db = db;
        this.signals = signals;
        this.index = index;
        this.zone = settings.zone();
    }

    /** What comes first. */
    public enum Order {
        /** What answers best; without words the last published. */
        BEST,
        /** The last published. */
        NEWEST
    }

    /**
     * Some of what was sought.
     *
     * @param total of all that was found
     */
    public record Found(List<SignalDocument> items, long total) {}

    /**
     * A page of what is sought: signals that hold most of the words. Where there is none, those that hold any; where there are
     * few and the best are wanted, those come behind.
     *
     * @param page the first is 0
     * @param size how many on a page
     */
    public Found find(Sought sought, Order order, int page, int size) {
        int offset = Math.multiplyExact(page, size);
        WordIndex.Ranked ranked = sought.words().isEmpty()
                ? listed(sought, offset, size)
                : index.find(sought, WordIndex.Breadth.MOST, order, offset, size);
        if (!sought.words().isEmpty() && ranked.total() < (order == Order.BEST ? FEW : 1)) {
            ranked = widened(sought, order, offset, size);
        }
        return new Found(ranked.ids().stream().flatMap(id -> find(id).stream()).toList(), ranked.total());
    }

    /** Behind the few that hold most of the words, those that hold any. */
    private WordIndex.Ranked widened(Sought sought, Order order, int offset, int size) {
        List<UUID> best = index.find(sought, WordIndex.Breadth.MOST, order, 0, FEW).ids();
        WordIndex.Ranked any = index.find(sought, WordIndex.Breadth.ANY, order, 0, offset + size + best.size());
        List<UUID> ids = Stream.concat(best.stream(), any.ids().stream()).distinct().skip(offset).limit(size).toList();
        return new WordIndex.Ranked(ids, any.total());
    }

    /** A published signal. */
    public Optional<SignalDocument> find(UUID id) {
        return signals.find(id).filter(signal -> signal.status() == Status.PUBLISHED);
    }

    /** The published signals linked with this one, {@value #MOST_LINKED} at most. */
    public List<SignalDocument> linked(SignalDocument signal) {
        return signal.answers().stream().limit(MOST_LINKED).flatMap(other -> find(other).stream()).toList();
    }

    private WordIndex.Ranked listed(Sought sought, int offset, int size) {
        Filters filters = Filters.of(sought, zone);
        long total = db.sql("select count(*) from signal where " + filters.where()).params(filters.params())
                .query(Long.class).single();
        List<UUID> ids = db
                .sql("select id from signal where " + filters.where()
                        + " order by published_at desc, id desc limit :size offset :offset")
                .params(filters.params()).param("size", size).param("offset", offset).query(Filters.ID).list();
        return new WordIndex.Ranked(ids, total);
    }
}
