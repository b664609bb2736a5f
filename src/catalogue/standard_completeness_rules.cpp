#include "catalogue/standard_completeness_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "catalogue/standard_words.h"

namespace prima::catalogue {

namespace {

struct Outcome {
  ComponentState state;
  Words reason;
};

Outcome absent(Words reason) { return {ComponentState::absent, std::move(reason)}; }
Outcome partial(Words reason) { return {ComponentState::partial, std::move(reason)}; }

Outcome complete(std::size_t count) {
  return {ComponentState::complete,
          {fmt::format("{} butir, lengkap", count), fmt::format("{} entries, complete", count)}};
}
Outcome complete() { return {ComponentState::complete, {"lengkap", "complete"}}; }

template <typename T, typename F>
const T* first_without(const std::vector<T>& list, F is_whole) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const T& item) { return !is_whole(item); });
  return found == list.end() ? nullptr : &*found;
}

// The first case that has no row of its own where no row holds for all.
template <typename Row>
const Case* uncovered_case(const Standard& standard, const std::vector<Row>& rows) {
  if (std::any_of(rows.begin(), rows.end(), [](const Row& row) { return row.case_key.empty(); })) return nullptr;
  return first_without(standard.cases, [&](const Case& one) {
    return std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.case_key == one.key; });
  });
}

Outcome legal_basis(const Standard& s) {
  if (s.legal_basis.empty())
    return absent({"belum ada; tulis peraturan yang menjadi dasar layanan ini",
                   "nothing yet; write the regulations that this service rests on"});
  const auto* bad = first_without(s.legal_basis, [](const LegalReference& one) {
    return one.kind == LegalKind::constitution || (!one.number.empty() && one.year > 0);
  });
  if (bad == nullptr) return complete(s.legal_basis.size());
  const Words name = words(*bad);
  return partial({name.id + ": tambahkan nomor dan tahunnya", name.en + ": add its number and year"});
}

Outcome requirements(const Standard& s) {
  if (s.requirements.empty())
    return absent({"belum ada; tulis setiap berkas dan syarat, atau satu syarat \"tidak ada berkas yang perlu dibawa\"",
                   "nothing yet; write every paper and condition, or one condition \"no paper is needed\""});
  const auto* bad = first_without(s.requirements, [](const Requirement& one) {
    return one.form != DocumentForm::not_stated || one.kind == DocumentKind::condition;
  });
  if (bad == nullptr) return complete(s.requirements.size());
  return partial({bad->name.in(Language::id) + ": sebutkan asli, salinan, atau digital",
                  bad->name.in(Language::en) + ": say original, copy or digital"});
}

Outcome procedure(const Standard& s) {
  if (s.procedure.empty())
    return absent({"belum ada; tulis langkahnya satu per satu", "nothing yet; write the steps one by one"});
  const bool both = std::any_of(s.procedure.begin(), s.procedure.end(),
                                [](const Step& step) { return step.actor == Actor::applicant; }) &&
                    std::any_of(s.procedure.begin(), s.procedure.end(),
                                [](const Step& step) { return step.actor != Actor::applicant; });
  if (both) return complete(s.procedure.size());
  return partial({"tulis langkah pemohon dan langkah petugas; sekarang baru salah satunya",
                  "write the steps of the applicant and those of the staff; only one side is there"});
}

Outcome time(const Standard& s) {
  if (s.time.empty())
    return absent({"belum ada; tulis angka dengan satuannya", "nothing yet; write a figure with its unit"});
  if (const Case* bad = uncovered_case(s, s.time))
    return partial({fmt::format("kasus \"{}\" belum punya jangka waktu", bad->name.in(Language::id)),
                    fmt::format("the case \"{}\" has no time yet", bad->name.in(Language::en))});
  if (first_without(s.time, [](const TimeRow& row) { return !row.starts.empty(); }) != nullptr)
    return partial({"sebutkan sejak kapan waktu dihitung, misalnya sejak berkas lengkap",
                    "say from when the time counts, such as from a complete file"});
  return complete(s.time.size());
}

Outcome fees(const Standard& s) {
  switch (s.fees.state) {
    case FeeState::not_stated:
      return absent({"belum dinyatakan; layanan gratis pun harus menyebut \"gratis\"",
                     "not stated; a free service too must say \"free\""});
    case FeeState::free:
      return {ComponentState::complete, {"dinyatakan gratis", "said to be free"}};
    case FeeState::charged:
      break;
  }
  if (s.fees.rows.empty())
    return partial({"berbayar, tetapi tarifnya belum ada; isi tabel tarif",
                    "charged, but no fee is given; fill in the table of fees"});
  if (const Case* bad = uncovered_case(s, s.fees.rows))
    return partial({fmt::format("kasus \"{}\" belum punya tarif", bad->name.in(Language::id)),
                    fmt::format("the case \"{}\" has no fee yet", bad->name.in(Language::en))});
  if (first_without(s.fees.rows, [](const FeeRow& row) { return row.rupiah == 0 || !row.legal_ground.empty(); }))
    return partial({"sebutkan dasar hukum setiap tarif", "give the legal ground of every fee"});
  return complete(s.fees.rows.size());
}

Outcome products(const Standard& s) {
  if (s.products.empty())
    return absent({"belum ada; tulis apa yang diterima pemohon", "nothing yet; write what the applicant receives"});
  const auto* bad = first_without(s.products, [](const Product& one) { return one.form != ProductForm::not_stated; });
  if (bad == nullptr) return complete(s.products.size());
  return partial({bad->name.in(Language::id) + ": sebutkan bentuknya, cetak atau elektronik",
                  bad->name.in(Language::en) + ": say its form, printed or electronic"});
}

Outcome facilities(const Standard& s) {
  if (s.facilities.empty())
    return absent({"belum ada; tulis ruang, alat, dan sarana bagi kelompok rentan",
                   "nothing yet; write rooms, equipment and what there is for vulnerable groups"});
  return complete(s.facilities.size());
}

Outcome competence(const Standard& s) {
  if (s.competence.empty())
    return absent({"belum ada; tulis pendidikan dan pelatihan pelaksana",
                   "nothing yet; write the education and training of the staff"});
  const bool named = s.staff.empty() ||
                     first_without(s.competence, [](const Competence& one) { return !one.post.empty(); }) == nullptr ||
                     s.competence.size() == 1;
  if (named) return complete(s.competence.size());
  return partial({"sebutkan jabatan pada setiap kompetensi", "name the post at each competence"});
}

Outcome supervision(const Standard& s) {
  if (s.supervision.empty())
    return absent({"belum ada; tulis siapa yang mengawasi, cara, dan jarak waktunya",
                   "nothing yet; write who supervises, how and how often"});
  const bool whole = first_without(s.supervision, [](const Supervision& one) {
                       return !one.who.empty() && !one.how.empty() && !one.how_often.empty();
                     }) == nullptr;
  if (whole) return complete(s.supervision.size());
  return partial({"lengkapi jabatan pengawas, cara, dan jarak waktunya", "complete the post, the way and how often"});
}

Outcome complaints(const Standard& s) {
  const ComplaintHandling& c = s.complaints;
  if (c.contacts.empty() && c.answered_by.empty() && !c.answer_time && c.how.empty())
    return absent({"belum ada; tulis saluran, yang menjawab, dan batas waktunya",
                   "nothing yet; write the channels, who answers and by when"});
  if (c.contacts.empty())
    return partial({"tulis sedikitnya satu saluran pengaduan", "write at least one channel for complaints"});
  const auto* bad = first_without(c.contacts, [](const Contact& one) {
    return !one.value.empty() || one.kind == ContactKind::counter || one.kind == ContactKind::national_system;
  });
  if (bad != nullptr) {
    const Words name = words(bad->kind);
    return partial({name.id + ": isi nomor atau alamatnya", name.en + ": fill in the number or address"});
  }
  if (c.answered_by.empty()) return partial({"sebutkan jabatan yang menjawab", "name the post that answers"});
  if (!c.answer_time) return partial({"sebutkan batas waktu jawaban", "say by when there is an answer"});
  return complete(c.contacts.size());
}

Outcome staff(const Standard& s) {
  if (s.staff.empty())
    return absent({"belum ada; tulis banyaknya orang untuk setiap jabatan",
                   "nothing yet; write how many people there are in each post"});
  const auto* bad = first_without(s.staff, [](const StaffRow& row) { return row.count > 0; });
  if (bad == nullptr) return complete(s.staff.size());
  return partial(
      {bad->post.in(Language::id) + ": isi banyaknya orang", bad->post.in(Language::en) + ": fill in how many"});
}

Outcome service_guarantee(const Standard& s) {
  if (s.service_guarantee.promise.empty() && s.service_guarantee.compensation.empty())
    return absent({"belum ada; tulis jaminan dan yang terjadi bila standar tidak dipenuhi",
                   "nothing yet; write the guarantee and what happens if the standard is not kept"});
  if (!s.service_guarantee.compensation.empty() && !s.service_guarantee.promise.empty()) return complete();
  return s.service_guarantee.promise.empty()
             ? partial({"tulis janjinya", "write the promise"})
             : partial({"tulis yang terjadi bila standar tidak dipenuhi, misalnya kompensasi atau layanan ulang",
                        "write what happens if the standard is not kept, such as compensation or service anew"});
}

Outcome safety_guarantee(const Standard& s) {
  if (s.safety_guarantee.empty())
    return absent({"belum ada; tulis perlindungan orang, berkas, dan data pribadi",
                   "nothing yet; write how people, papers and personal data are protected"});
  return complete(s.safety_guarantee.size());
}

Outcome evaluation(const Standard& s) {
  if (s.evaluation.empty())
    return absent(
        {"belum ada; tulis cara dan jarak waktu evaluasi", "nothing yet; write how it is evaluated and how often"});
  if (first_without(s.evaluation, [](const Evaluation& one) { return !one.how_often.empty(); }) == nullptr)
    return complete(s.evaluation.size());
  return partial({"sebutkan jarak waktu setiap evaluasi", "say how often each evaluation takes place"});
}

Outcome outcome_of(Component component, const Standard& standard) {
  switch (component) {
    case Component::legal_basis:
      return legal_basis(standard);
    case Component::requirements:
      return requirements(standard);
    case Component::procedure:
      return procedure(standard);
    case Component::time:
      return time(standard);
    case Component::fees:
      return fees(standard);
    case Component::products:
      return products(standard);
    case Component::facilities:
      return facilities(standard);
    case Component::competence:
      return competence(standard);
    case Component::supervision:
      return supervision(standard);
    case Component::complaints:
      return complaints(standard);
    case Component::staff:
      return staff(standard);
    case Component::service_guarantee:
      return service_guarantee(standard);
    case Component::safety_guarantee:
      return safety_guarantee(standard);
    case Component::evaluation:
      return evaluation(standard);
  }
  return absent({});
}

}  // namespace

std::array<ComponentCheck, component_count> check_components(const Standard& standard) {
  std::array<ComponentCheck, component_count> checks;
  for (std::size_t i = 0; i < component_count; ++i) {
    const Component component = components()[i];
    Outcome outcome = outcome_of(component, standard);
    checks[i] = {component, outcome.state, std::move(outcome.reason)};
  }
  return checks;
}

}  // namespace prima::catalogue
