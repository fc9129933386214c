package org.covigie.bot.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/** Text → French word stems. As Lucene's own {@link FrenchAnalyzer}, but accents are folded first, for many type none. */
final class FrenchWords extends Analyzer {
    static final String FIELD = "words";

    private static final CharArraySet STOP = folded(FrenchAnalyzer.getDefaultStopSet());

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stream = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
        stream = new ASCIIFoldingFilter(new LowerCaseFilter(stream));
        return new TokenStreamComponents(words, new FrenchLightStemFilter(new StopFilter(stream, STOP)));
    }

    /** The stems in a text, each once, in their order. */
    List<String> of(String text) {
        List<String> stems = new ArrayList<>();
        try (TokenStream stream = tokenStream(FIELD, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stems.stream().distinct().toList();
    }

    private static CharArraySet folded(CharArraySet words) {
        CharArraySet folded = new CharArraySet(words.size(), false);
        for (Object word : words) {
            char[] letters = (char[]) word;
            char[] plain = new char[4 * letters.length];
            int length = ASCIIFoldingFilter.foldToASCII(letters, 0, plain, 0, letters.length);
            folded.add(new String(plain, 0, length));
        }
        return folded;
    }
}
