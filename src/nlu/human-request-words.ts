import { wordSet } from "./words.ts";

// Both languages at once: a customer may ask in either, whatever the conversation has been in.

/** Who is asked for. These mean a member of staff by themselves. */
export const staff = wordSet(`
  humano humana humanos agente agentes operador operadora operadores asesor asesora asesores representante representantes ejecutivo
  ejecutiva superior superiores supervisor supervisora encargado encargada gerente telefonista teleoperador teleoperadora dependiente dependienta
  human humans agent agents operator operators representative representatives rep advisor adviser supervisor manager
  csr`);
/** These may be anybody: they need a verb of contact, or a line of their own. */
export const anybody = wordSet("persona personas alguien jefe responsable empleado empleada trabajador companero companera compañero colega gente senorita ser person people someone somebody anyone anybody employee staff boss colleague being member man woman guy lady");
/** Departments that are reached as a person is. */
export const desks = wordSet("soporte ventas departamento atencion servicio oficina support department team service care sales helpdesk");

export const contact = wordSet(`
  hablar hablo hablamos hable hableme platicar charlar conversar comunicar comunicarme comunicame comuniqueme comunicarse comunicarnos contactar
  contactarme contacto contacta contactame contacten contactenme pasar pasarme pasame paseme pasas pasa pase pasenme pasadme pasan pasen
  poner ponerme ponme pongame pones ponganme ponedme ponga transferir transferirme transfiere transfiereme transfierame transfieran
  derivar derivarme derivame deriveme derive conectar conectarme conectame conecteme conecta atender atienda atiendame atiendan atienden atendido atenderme atendernos ayudarme asistirme atendiera atendieran atendiese ayudara ayudase llamara llamaran pasara pasaras pasaran pusiera pusieras pusieran comunicara comunicaran
  llamar llame llamen llamarme llameme llamenme llama dirigir dirijame escribir remitame remitir
  talk talking speak speaking chat connect transfer contact reach put get call escalate pass switch deal message phone`);
/** Verbs of contact that are enough with anybody, because they have no other common object here. */
export const wants = wordSet(`
  quiero quisiera querria necesito necesitamos deseo prefiero preferiria puedo podria puede podrian pueden podemos exijo pido solicito dame deme denme
  busco quieren hay dejame dejeme dejen gustaria urge
  want wanna need needs can could may like prefer demand give let i'd id looking require request please have`);
/** Words as near to these as a slip, and none of them. */
export const neighbours = wordSet(`
  gente personal personales agenda agendar hablas hablan habla tablas cableas comunicado comunicados contactos contar pasta pasar pagar
  cargado cargada encargo encargos encargar asesorar steak sneak spear peak speaks personally operar operado representa human humane humanely
  agency urgente vigente manage managed managing managers package supervise reason prison
  conectado conectada conector conectores connected connector transferido transferencia transferencias transferred atendido tender
  contacts contract contrato contratar contrata contratas llamo llamas llaman llamada llamadas`);
/** Slips too short or too far to be found by nearness. */
export const shortTypos: Record<string, string> = { ablar: "hablar", avlar: "hablar", ablo: "hablo", ablarme: "hablar", tlk: "talk", takl: "talk", tak: "talk", spek: "speak", speek: "speak", spk: "speak", alguin: "alguien", algien: "alguien", sum1: "someone", some1: "someone", sm1: "someone", prsona: "persona", humn: "human", huma: "human", hooman: "human" };
/** What may stand beside a person who is asked for by name alone. */
export const courtesy = wordSet(`
  por favor porfavor porfa pls plz please ya ahora mismo un una unos con de a al el la los alguna algun otro otra quiero hola hi hello hey now the an some any
  inmediatamente urgente me to gracias thanks just buenas buenos dias tardes que y o`);
