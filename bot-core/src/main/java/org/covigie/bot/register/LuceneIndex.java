package org.covigie.bot.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For the embedded database, which cannot search French: Lucene in memory. It holds words only, catches up with the database
 * before each search, so that it cannot miss a start, a rollback or another process, and lets the database have the last word
 * on what is published and on every filter.
 */
final class LuceneIndex implements WordIndex, AutoCloseable {
    private static final String ID = "id";
    /** Beyond them nobody reads on. */
    private static final int MOST_HITS = 1_000;

    private final JdbcClient db;
    private final ZoneId zone;
    private final FrenchWords words = new FrenchWords();
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Set<UUID> held = new HashSet<>();

    LuceneIndex(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
        try {
            writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(words));
            searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Ranked find(Sought sought, Breadth breadth, Register.Order order, int offset, int size) {
        List<String> stems = words.of(sought.words()).stream().limit(MOST_WORDS).toList();
        if (stems.isEmpty()) {
            return Ranked.NONE;
        }
        List<UUID> hits;
        try {
            catchUp();
            hits = hits(stems, breadth.needed(stems.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (hits.isEmpty()) {
            return Ranked.NONE;
        }
        Filters filters = Filters.of(sought, zone);
        List<UUID> newest = db.sql("select id from signal where " + filters.where()
                + " and id in (:hits) order by published_at desc, id desc").params(filters.params())
                .param("hits", hits).query(Filters.ID).list();
        Set<UUID> passed = Set.copyOf(newest);
        List<UUID> ranked = switch (order) {
            case BEST -> hits.stream().filter(passed::contains).toList();
            case NEWEST -> newest;
        };
        return new Ranked(ranked.stream().skip(offset).limit(size).toList(), ranked.size());
    }

    private List<UUID> hits(List<String> stems, int needed) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(needed);
        stems.forEach(stem -> query.add(new TermQuery(new Term(FrenchWords.FIELD, stem)), BooleanClause.Occur.SHOULD));
        IndexSearcher searcher = searchers.acquire();
        try {
            List<UUID> hits = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query.build(), MOST_HITS).scoreDocs) {
                hits.add(UUID.fromString(searcher.storedFields().document(hit.doc).get(ID)));
            }
            return hits;
        } finally {
            searchers.release(searcher);
        }
    }

    /** What is published keeps its words, so only those that came or went have to be read. */
    private synchronized void catchUp() throws IOException {
        Set<UUID> published = new HashSet<>(
                db.sql("select id from signal where status = 'PUBLISHED'").query(Filters.ID).list());
        if (published.equals(held)) {
            return;
        }
        for (UUID gone : held.stream().filter(id -> !published.contains(id)).toList()) {
            writer.deleteDocuments(new Term(ID, gone.toString()));
            held.remove(gone);
        }
        try {
            for (UUID fresh : published) {
                if (!held.contains(fresh)) {
                    Optional<String> text = text(fresh);
                    if (text.isPresent()) {
                        writer.addDocument(document(fresh, text.get()));
                        held.add(fresh);
                    }
                }
            }
        } finally {
            searchers.maybeRefreshBlocking();
        }
    }

    /** Empty when it went in the meantime. */
    private Optional<String> text(UUID id) {
        return db.sql("select text || ' ' || coalesce(note, '') from signal where id = :id").param("id", id)
                .query(String.class).optional();
    }

    private static Document document(UUID id, String text) {
        Document document = new Document();
        document.add(new StringField(ID, id.toString(), Field.Store.YES));
        document.add(new TextField(FrenchWords.FIELD, text, Field.Store.NO));
        return document;
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        words.close();
    }
}
