// Keeps the words of a source.
#include "network/services/verbatim.hpp"

namespace network {

Id<Verbatim> keep_verbatim(const Author& author, const Uuid& record, std::string field, std::string wording) {
    return add(author, Verbatim{{}, {record}, std::move(field), std::move(wording), {author.source.uuid}, {}});
}

std::vector<Verbatim> verbatims_of(db::Session& db, const Uuid& record) {
    return db.all<Verbatim>("SELECT * FROM verbatims WHERE record_id = $1 ORDER BY field, id", record);
}

}
