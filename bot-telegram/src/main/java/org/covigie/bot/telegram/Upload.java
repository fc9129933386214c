package org.covigie.bot.telegram;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * A file sent for the first time (core.telegram.org/bots/api#sending-files), as multipart; sendPhoto and sendDocument differ
 * here in nothing but their names. For one sending: the file is read once, and the reply kept as an {@link Answer}.
 */
final class Upload extends SendDocument {
    private final boolean picture;
    private transient volatile @Nullable Answer answer;

    Upload(String chat, boolean picture, String name, byte[] bytes) {
        super(chat, new InputFile(new ByteArrayInputStream(bytes), name));
        this.picture = picture;
    }

    @Override
    public String getMethod() {
        return picture ? "sendPhoto" : "sendDocument";
    }

    @Override
    public String getFileField() {
        return picture ? "photo" : "document";
    }

    /** The library's own type is left empty: one odd field in a reply must not make a file that was sent look unknown. */
    @Override
    public Message deserializeResponse(String body) {
        answer = Answer.read(body.getBytes(StandardCharsets.UTF_8));
        return new Message();
    }

    /** What Telegram replied; to be asked once the call is over. */
    Answer answer() {
        Answer read = answer;
        return read == null ? new Answer.Lost("answer-unreadable") : read;
    }
}
