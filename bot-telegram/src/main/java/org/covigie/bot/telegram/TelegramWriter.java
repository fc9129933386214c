package org.covigie.bot.telegram;

import java.util.List;
import org.covigie.bot.messaging.Outgoing;
import org.covigie.bot.messaging.Rich;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ForwardMessage;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/**
 * Writes what the bot says as method calls. Pure. Words of people travel with entities beside them, never with a parse
 * mode, so nothing they contain can become markup. Links show no preview.
 */
final class TelegramWriter {
    /** core.telegram.org/bots/api#answercallbackquery: 0–200 characters. */
    private static final int MOST_PRESS_ANSWER = 200;

    private TelegramWriter() {}

    /** What came of writing: a call, or the reason why there can be none. */
    sealed interface Written {
        record Ready(Call call) implements Written {}

        record WithFile(Upload upload) implements Written {}

        record Unfit(String code) implements Written {}
    }

    static Written write(Outgoing outgoing) {
        return switch (outgoing) {
            case Outgoing.Text text -> text(text);
            case Outgoing.Edit edit -> edit(edit);
            case Outgoing.Reaction reaction -> reaction(reaction);
            case Outgoing.PressAnswer press -> press(press);
            case Outgoing.File file -> file(file);
            case Outgoing.Forward forward -> forward(forward);
            case Outgoing.Poll poll -> GroupCalls.poll(poll);
            case Outgoing.PollEnd end -> GroupCalls.pollEnd(end);
            case Outgoing.Invitation invitation -> GroupCalls.invitation(invitation);
            case Outgoing.InvitationEnd end -> GroupCalls.invitationEnd(end);
            case Outgoing.Admission admission -> GroupCalls.admission(admission);
            case Outgoing.Removal removal -> GroupCalls.removal(removal);
            case Outgoing.Deletion deletion -> GroupCalls.deletion(deletion);
            case Outgoing.Pin pin -> GroupCalls.pin(pin);
            case Outgoing.Media media -> new Written.Unfit("no-hosted-groups");
            case Outgoing.Opener opener -> new Written.Unfit("no-window");
        };
    }

    private static Written text(Outgoing.Text text) {
        if (Markup.tooLong(text.rows())) {
            return new Written.Unfit("button-data-too-long");
        }
        Rich rich = Markup.withLinks(text.text(), text.rows());
        SendMessage message;
        if (text.onlyFor() == null) {
            message = new SendMessage(text.to().id(), rich.text());
        } else {
            Long receiver = Ids.number(text.onlyFor().id());
            if (receiver == null) {
                return new Written.Unfit("receiver-invalid");
            }
            message = new EphemeralMessage(text.to().id(), rich.text(), receiver);
        }
        message.setEntities(Markup.entities(rich));
        message.setLinkPreviewOptions(noPreview());
        message.setReplyMarkup(Markup.keyboard(text.rows()));
        message.setMessageThreadId(Ids.topic(text.topic()));
        Integer replyTo = Ids.message(text.replyTo());
        if (replyTo != null) {
            ReplyParameters reply = new ReplyParameters(replyTo);
            reply.setAllowSendingWithoutReply(true);
            message.setReplyParameters(reply);
        }
        return new Written.Ready(Call.of(message));
    }

    private static Written edit(Outgoing.Edit edit) {
        Integer id = Ids.message(edit.message());
        if (id == null) {
            return new Written.Unfit("message-id-invalid");
        }
        if (Markup.tooLong(edit.rows())) {
            return new Written.Unfit("button-data-too-long");
        }
        Rich rich = Markup.withLinks(edit.text(), edit.rows());
        return new Written.Ready(Call.of(EditMessageText.builder().chatId(edit.to().id()).messageId(id)
                .text(rich.text()).entities(Markup.entities(rich)).linkPreviewOptions(noPreview())
                .replyMarkup(Markup.keyboard(edit.rows())).build()));
    }

    private static Written reaction(Outgoing.Reaction reaction) {
        Integer id = Ids.message(reaction.message());
        if (id == null) {
            return new Written.Unfit("message-id-invalid");
        }
        SetMessageReaction method = new SetMessageReaction(reaction.to().id(), id);
        method.setReactionTypes(
                reaction.emoji() == null ? List.of() : List.of(new ReactionTypeEmoji(reaction.emoji())));
        return new Written.Ready(Call.of(method));
    }

    private static Written press(Outgoing.PressAnswer press) {
        AnswerCallbackQuery method = new AnswerCallbackQuery(press.press());
        if (press.text() != null) {
            method.setText(Markup.cut(press.text(), MOST_PRESS_ANSWER));
            method.setShowAlert(press.alert());
        }
        return new Written.Ready(Call.of(method));
    }

    private static Written file(Outgoing.File file) {
        if (Markup.tooLong(file.rows())) {
            return new Written.Unfit("button-data-too-long");
        }
        Rich rich = Markup.withLinks(file.caption(), file.rows());
        Upload upload = new Upload(file.to().id(), file.picture(), file.name(), file.bytes());
        if (!rich.text().isEmpty()) {
            upload.setCaption(rich.text());
            upload.setCaptionEntities(Markup.entities(rich));
        }
        upload.setReplyMarkup(Markup.keyboard(file.rows()));
        upload.setMessageThreadId(Ids.topic(file.topic()));
        return new Written.WithFile(upload);
    }

    private static Written forward(Outgoing.Forward forward) {
        Integer id = Ids.message(forward.message());
        return id == null
                ? new Written.Unfit("message-id-invalid")
                : new Written.Ready(Call.of(new ForwardMessage(forward.to().id(), forward.from().id(), id)));
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }
}
