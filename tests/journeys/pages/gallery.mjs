// The components by themselves, in both languages: node run.mjs --folder FOLDER.
export default async function gallery({ checkPage, checkKeyboard }) {
  await checkPage("/", { name: "gallery-id", language: "id" });
  await checkPage("/en/", { name: "gallery-en", language: "en" });
  await checkKeyboard("/");
}
