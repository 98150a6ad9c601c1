// Keeps attachments.
#include "network/attachments/attachment.hpp"

#include "network/public_pages/service_page.hpp"
#include "platform/files/file_room.hpp"
#include "platform/jobs/jobs.hpp"

namespace network {

namespace {

// A removed one whose file was erased is no more.
std::vector<ListedAttachment> all_attachments(db::Session& db, const AttachedTo& to) {
    return db.all<ListedAttachment>(
        "SELECT attachments.*, files.size_bytes, files.type, people.name AS added_by, attachment_removals.removed_at"
        " FROM attachments JOIN files ON files.id = attachments.file_id"
        " LEFT JOIN people ON people.id = attachments.created_by"
        " LEFT JOIN attachment_removals ON attachment_id = attachments.id AND taken_back_at IS NULL"
        " WHERE record_kind = $1 AND record_id = $2"
        " AND NOT EXISTS (SELECT 1 FROM erasures WHERE erasures.key_id = files.key_id)"
        " ORDER BY position, attachments.id",
        to.kind, to.record);
}

}

std::vector<ListedAttachment> attachments_of(db::Session& db, const AttachedTo& to) { return all_attachments(db, to); }

std::optional<ListedAttachment> find_attachment(db::Session& db, const AttachedTo& to, Id<Attachment> id) {
    for (auto all = all_attachments(db, to); auto& one : all)
        if (one.attachment.id == id) return one;
    return {};
}

std::vector<ListedAttachment> published_attachments(db::Session& db, const Service& service,
                                                    const std::vector<Facility>& places, Date day) {
    bool no_more = service.status == "ended" || (service.ends_on && *service.ends_on <= day);
    if (no_more || hides_its_places(service, places)) return {};
    auto all = all_attachments(db, {"service", {service.id.uuid}});
    std::erase_if(all, [](auto& one) { return !one.attachment.published || one.removed_at; });
    return all;
}

Id<Attachment> attach(const Author& author, files::File file, Attachment attachment) {
    file.kept.retention = "attachment";
    history::keep_new(author, file);
    attachment.file_id = file.id;
    attachment.position = author.work.one<std::int64_t>(
        "SELECT coalesce(max(position), 0) + 1 FROM attachments WHERE record_kind = $1 AND record_id = $2",
        attachment.record_kind, attachment.record_id);
    return add(author, attachment);
}

void put_in_place(const Author& author, const AttachedTo& to, Id<Attachment> id, std::int64_t place) {
    auto all = all_attachments(author.work, to);
    auto moved = std::ranges::find(all, id, [](auto& one) { return one.attachment.id; });
    if (moved == all.end()) return;
    auto one = std::move(*moved);
    all.erase(moved);
    // Counted among those that stand; removed ones keep their place between them.
    auto before = place - 1;
    auto at = all.begin();
    for (; at != all.end() && before > 0; ++at)
        if (!at->removed_at) --before;
    all.insert(at, std::move(one));
    for (std::size_t n = 0; n < all.size(); ++n) {
        auto after = all[n].attachment;
        after.position = std::int64_t(n + 1);
        change(author, all[n].attachment, after);
    }
}

bool remove(const Author& author, const ListedAttachment& listed) {
    if (listed.removed_at) return false;
    AttachmentRemoval removal;
    removal.attachment_id = listed.attachment.id, removal.removed_at = author.now;
    add(author, removal);
    return true;
}

bool take_back(const Author& author, const ListedAttachment& listed) {
    auto removal = author.work.maybe<AttachmentRemoval>(
        "SELECT * FROM attachment_removals WHERE attachment_id = $1 AND taken_back_at IS NULL", listed.attachment.id);
    if (!removal) return false;
    auto after = *removal;
    after.taken_back_at = author.now;
    return change(author, *removal, after);
}

std::int64_t erase_removed(const Author& author, files::FileRoom& room) {
    auto over = author.work.all<files::File>(
        "SELECT files.* FROM attachment_removals JOIN attachments ON attachments.id = attachment_id"
        " JOIN files ON files.id = attachments.file_id WHERE taken_back_at IS NULL AND removed_at < $1"
        " AND NOT EXISTS (SELECT 1 FROM erasures WHERE erasures.key_id = files.key_id)",
        author.now - attachment_comes_back);
    for (auto& file : over) room.erase(author, file);
    return std::int64_t(over.size());
}

void know_attachment_jobs(jobs::Workers& workers, files::FileRoom& room) {
    workers.know(attachments_job, [&room](jobs::Run& run) -> std::string {
        run.database().in_write_transaction([&](db::Session& work) {
            auto organisation = run.job().kept.organisation_id;
            auto source = history::keep_source(work, run.now(), {}, organisation, "import", "attachments.tidy");
            erase_removed({work, run.now(), {}, organisation, source}, room);
        });
        room.sweep(run.now());
        return "attachment.tidied";
    });
}

}
