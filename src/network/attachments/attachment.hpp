// Files that belong to a record of the network, with a title that people gave them.
#pragma once

#include "network/facilities/facility.hpp"
#include "network/keeping.hpp"
#include "network/services/service.hpp"
#include "platform/files/stored_file.hpp"

namespace jobs {
class Workers;
}
namespace files {
class FileRoom;
}

namespace network {

inline constexpr std::int64_t attachments_most = 50;                    // of one record
inline constexpr auto attachment_comes_back = std::chrono::days{30};    // so long a removal can be taken back
inline constexpr auto attachments_job = "attachments.tidy";

// What an attachment belongs to: service, contract or statement, and which one.
struct AttachedTo {
    std::string kind;
    Id<void> record{};
};

struct Attachment {
    Id<Attachment> id{};
    Id<files::File> file_id{};
    std::string record_kind{};
    Id<void> record_id{};
    std::string title{};
    bool published{};
    std::int64_t position = 0;
    Kept kept{};

    static constexpr auto table = "attachments";
    static void each_field(auto& attachment, auto& visit) {
        visit("id", attachment.id), visit("file_id", attachment.file_id), visit("record_kind", attachment.record_kind);
        visit("record_id", attachment.record_id), visit("title", attachment.title);
        visit("published", attachment.published), visit("position", attachment.position);
        Kept::each_field(attachment.kept, visit);
    }
};

struct AttachmentRemoval {
    Id<AttachmentRemoval> id{};
    Id<Attachment> attachment_id{};
    Instant removed_at{};
    std::optional<Instant> taken_back_at{};
    Kept kept{};

    static constexpr auto table = "attachment_removals";
    static void each_field(auto& removal, auto& visit) {
        visit("id", removal.id), visit("attachment_id", removal.attachment_id);
        visit("removed_at", removal.removed_at), visit("taken_back_at", removal.taken_back_at);
        Kept::each_field(removal.kept, visit);
    }
};

// An attachment as lists show it.
struct ListedAttachment {
    Attachment attachment;
    std::int64_t size_bytes = 0;
    std::string type{};
    std::optional<std::string> added_by{};    // nobody for imports
    std::optional<Instant> removed_at{};

    static void each_field(auto& listed, auto& visit) {
        Attachment::each_field(listed.attachment, visit);
        visit("size_bytes", listed.size_bytes), visit("type", listed.type), visit("added_by", listed.added_by);
        visit("removed_at", listed.removed_at);
    }
};

// In their order; removed ones too, as long as they can come back.
std::vector<ListedAttachment> attachments_of(db::Session&, const AttachedTo&);
// One of this record; nothing where it belongs to another one or can no longer come back.
std::optional<ListedAttachment> find_attachment(db::Session&, const AttachedTo&, Id<Attachment>);

// What strangers may read of a service, and nothing where one of its places is secret or the service is no more.
std::vector<ListedAttachment> published_attachments(db::Session&, const Service&, const std::vector<Facility>& places,
                                                    Date day);

// Behind all others.  The file was taken in before; both are kept together.
Id<Attachment> attach(const Author&, files::File, Attachment);
// Its place in the list is from 1; the others make room.
void put_in_place(const Author&, const AttachedTo&, Id<Attachment>, std::int64_t place);
bool remove(const Author&, const ListedAttachment&);       // false: it was removed already
bool take_back(const Author&, const ListedAttachment&);    // false: it stands

// Erases the files whose removal can no longer be taken back.
std::int64_t erase_removed(const Author&, files::FileRoom&);
void know_attachment_jobs(jobs::Workers&, files::FileRoom&);

}
