/** Something that whoever starts the product can mend: its message says what is wrong and which setting helps. */
export class StartFault extends Error {
  override readonly name = "StartFault";
}
